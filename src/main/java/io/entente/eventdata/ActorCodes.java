package io.entente.eventdata;

import io.entente.actor.Gazetteer;
import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.avro.ActorKind;
import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entente's codes of the actors that event data names, by their codes and their names. Immutable. */
final class ActorCodes {
    private final Map<String, Party> parties = new HashMap<>();

    /** A party to a pair. */
    record Party(String code, ActorKind kind) {}

    ActorCodes(Gazetteer gazetteer) {
        for (DictionaryEntry entry : gazetteer.entries()) {
            ActorKind kind =
                    switch (entry.kind()) {
                        case "country" -> ActorKind.COUNTRY;
                        case "bloc" -> ActorKind.BLOC;
                        default -> null;
                    };
            if (kind != null && entry.code() != null) {
                Party party = new Party(entry.code(), kind);
                parties.putIfAbsent(key(entry.code()), party);
                parties.putIfAbsent(key(entry.form()), party);
                parties.putIfAbsent(key(entry.name()), party);
            }
        }
        TsvTable.resource(ActorCodes.class, "actor-codes.tsv").each(row -> {
            Party party = parties.get(key(row.required(1, "a code")));
            if (party != null) {
                parties.put(key(row.required(0, "a code or a name")), party);
            }
        });
    }

    private static String key(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** The party that {@code written} stands for; empty if it is none, such as a company or a region. */
    Optional<Party> find(String written) {
        return Optional.ofNullable(parties.get(key(written)));
    }
}
