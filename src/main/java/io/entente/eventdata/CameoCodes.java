package io.entente.eventdata;

import io.entente.avro.EventType;
import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CAMEO's codes as PLOVER's types. Immutable. */
final class CameoCodes {
    private final Map<String, CameoCode> codes = new HashMap<>();

    /**
     * What a code stands for.
     *
     * @param name for people
     * @param severeClass the class of severe acts to which it belongs; null if to none
     */
    record CameoCode(String name, EventType type, @Nullable String severeClass) {}

    static CameoCodes load() {
        CameoCodes codes = new CameoCodes();
        TsvTable.resource(CameoCodes.class, "cameo.tsv").each(row -> {
            String severe = row.required(3, "a class of severe acts, or -");
            codes.codes.put(
                    row.required(0, "a code"),
                    new CameoCode(
                            row.required(1, "what it is"),
                            row.constant(2, EventType.class),
                            severe.equals("-") ? null : severe));
        });
        return codes;
    }

    /** What {@code code} stands for, by its longest known beginning. */
    Optional<CameoCode> find(String code) {
        for (int length = code.length(); length >= 2; length--) {
            CameoCode found = codes.get(code.substring(0, length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
