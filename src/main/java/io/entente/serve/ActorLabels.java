package io.entente.serve;

import io.entente.actor.Gazetteer;
import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.avro.ActorKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What actors' codes stand for. Immutable. */
final class ActorLabels {
    /** What an actor is also known by: entries of these kinds. */
    private static final Set<String> ALSO =
            Set.of("country", "bloc", "demonym", "capital", "place", "seat", "head", "body", "person");

    private final Map<String, Name> names;

    /**
     * An actor for people.
     *
     * @param name in English; the code itself where it is unknown
     * @param also every other name that the dictionaries have for it, its capital, offices and leaders
     */
    record Name(String name, ActorKind kind, List<String> also) {}

    private ActorLabels(Map<String, Name> names) {
        this.names = names;
    }

    /** The countries and blocs of a gazetteer. */
    static ActorLabels of(Gazetteer gazetteer) {
        return of(gazetteer.entries());
    }

    static ActorLabels of(Collection<DictionaryEntry> entries) {
        Map<String, Name> names = new TreeMap<>();
        for (DictionaryEntry entry : entries) {
            boolean country = entry.kind().equals("country");
            if (entry.code() != null && (country || entry.kind().equals("bloc"))) {
                names.putIfAbsent(
                        entry.code(), new Name(entry.name(), country ? ActorKind.COUNTRY : ActorKind.BLOC, List.of()));
            }
        }
        Map<String, Set<String>> also = also(entries);
        names.replaceAll((code, name) -> new Name(
                name.name(),
                name.kind(),
                also.getOrDefault(code, Set.of()).stream()
                        .filter(form -> !form.equals(name.name()))
                        .toList()));
        return new ActorLabels(names);
    }

    private static Map<String, Set<String>> also(Collection<DictionaryEntry> entries) {
        Map<String, Set<String>> also = new TreeMap<>();
        for (DictionaryEntry entry : entries) {
            if (entry.code() != null && ALSO.contains(entry.kind())) {
                Set<String> forms = also.computeIfAbsent(entry.code(), code -> new TreeSet<>());
                forms.add(entry.form());
                if (entry.kind().equals("person")) {
                    forms.add(entry.name());
                }
            }
        }
        return also;
    }

    Name of(String code) {
        return names.getOrDefault(code, new Name(code, ActorKind.COUNTRY, List.of()));
    }

    /** Every code that is known, sorted. */
    Collection<String> codes() {
        return names.keySet();
    }
}
