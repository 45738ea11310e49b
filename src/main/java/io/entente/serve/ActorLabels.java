package io.entente.serve;

import io.entente.actor.Gazetteer;
import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.avro.ActorKind;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What actors' codes stand for. Immutable. */
final class ActorLabels {
    private final Map<String, Name> names;

    /**
     * An actor for people.
     *
     * @param name in English; the code itself where it is unknown
     */
    record Name(String name, ActorKind kind) {}

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
                names.putIfAbsent(entry.code(), new Name(entry.name(), country ? ActorKind.COUNTRY : ActorKind.BLOC));
            }
        }
        return new ActorLabels(names);
    }

    Name of(String code) {
        return names.getOrDefault(code, new Name(code, ActorKind.COUNTRY));
    }

    /** Every code that is known, sorted. */
    Collection<String> codes() {
        return names.keySet();
    }
}
