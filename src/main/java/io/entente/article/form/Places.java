package io.entente.article.form;

import io.entente.language.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Where a form says what: selectors of CSS by field, in order. Immutable. */
final class Places {
    private static final String TEXT = ".";

    private record Place(Evaluator selector, String attribute) {
        Stream<String> values(Element from) {
            return from.select(selector).stream()
                    .map(element -> attribute.equals(TEXT) ? Xml.content(element) : element.attr(attribute))
                    .filter(value -> !value.isBlank());
        }
    }

    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    /** The places in the table {@code name}, by its first column. */
    static Map<String, Places> byForm(String name) {
        Map<String, Places> forms = new LinkedHashMap<>();
        for (String[] row : Resource.rows(Places.class, name)) {
            forms.computeIfAbsent(row[0], form -> new Places()).add(row[1], row[2], row[3]);
        }
        return forms;
    }

    /** The places in the table {@code name}. */
    static Places of(String name) {
        Places places = new Places();
        for (String[] row : Resource.rows(Places.class, name)) {
            places.add(row[0], row[1], row[2]);
        }
        return places;
    }

    private void add(String field, String selector, String attribute) {
        places.computeIfAbsent(field, f -> new ArrayList<>()).add(new Place(QueryParser.parse(selector), attribute));
    }

    /** What {@code from} says of {@code field}, the best place first; in a place with several values in their order. */
    Stream<String> values(Element from, String field) {
        return places.getOrDefault(field, List.of()).stream().flatMap(place -> place.values(from));
    }

    /** The elements below {@code from}, itself included, that {@code field} selects, the best place first. */
    Stream<Element> elements(Element from, String field) {
        return places.getOrDefault(field, List.of()).stream().flatMap(place -> from.select(place.selector()).stream());
    }

    /** Whether {@code field} selects {@code element} itself. */
    boolean selects(Element element, String field) {
        return places.getOrDefault(field, List.of()).stream().anyMatch(place -> element.is(place.selector()));
    }
}
