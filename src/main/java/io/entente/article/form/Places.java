package io.entente.article.form;

import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Where a form says what: selectors of CSS by field, in order. Immutable. */
final class Places {
    /** Of a selector: the element itself; of an attribute: its text. */
    private static final String SELF = ".";

    private record Place(@Nullable Evaluator selector, String attribute) {
        Stream<Element> elements(Element from) {
            return selector == null ? Stream.of(from) : from.select(selector).stream();
        }

        Stream<String> values(Element from) {
            return elements(from)
                    .map(element -> attribute.equals(SELF) ? Xml.content(element) : element.attr(attribute))
                    .filter(value -> !value.isBlank());
        }
    }

    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    /** The places in the table {@code name}, by its first column. */
    static Map<String, Places> byForm(String name) {
        Map<String, Places> forms = new LinkedHashMap<>();
        TsvTable.resource(Places.class, name)
                .each(row -> forms.computeIfAbsent(row.required(0, "a form"), form -> new Places())
                        .add(row, 1));
        return forms;
    }

    /** The places in the table {@code name}. */
    static Places of(String name) {
        Places places = new Places();
        TsvTable.resource(Places.class, name).each(row -> places.add(row, 0));
        return places;
    }

    /** Adds a row's field, selector and attribute, which begin in {@code column}. */
    private void add(TsvRow row, int column) {
        String field = row.required(column, "a field");
        String selector = row.required(column + 1, "a selector");
        String attribute = row.required(column + 2, "an attribute");
        places.computeIfAbsent(field, f -> new ArrayList<>())
                .add(new Place(selector.equals(SELF) ? null : QueryParser.parse(selector), attribute));
    }

    /** What {@code from} says of {@code field}, the best place first; in a place with several values in their order. */
    Stream<String> values(Element from, String field) {
        return places.getOrDefault(field, List.of()).stream().flatMap(place -> place.values(from));
    }

    /** The elements below {@code from}, itself included, that {@code field} selects, the best place first. */
    Stream<Element> elements(Element from, String field) {
        return places.getOrDefault(field, List.of()).stream().flatMap(place -> place.elements(from));
    }

    /** Whether {@code field} selects {@code element} itself. */
    boolean selects(Element element, String field) {
        return places.getOrDefault(field, List.of()).stream()
                .anyMatch(place -> place.selector() != null && element.is(place.selector()));
    }
}
