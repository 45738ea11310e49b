package io.entente.coder.rules.lexicon;

import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When a state's forces are in another state at its government's request, as invited.tsv has it. Immutable. */
final class Invitations {
    private final Map<Parties, List<Period>> periods = new HashMap<>();

    private record Parties(String guest, String host) {}

    private record Period(LocalDate first, LocalDate last) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private Invitations() {}

    /** Those that come with Entente. */
    static Invitations bundled() {
        Invitations invitations = new Invitations();
        TsvTable.resource(Invitations.class, "invited.tsv").each(invitations::read);
        return invitations;
    }

    private void read(TsvRow row) {
        Period period = new Period(row.read(2, LocalDate::parse), row.read(3, LocalDate::parse));
        for (String guest : row.words(0)) {
            periods.computeIfAbsent(new Parties(guest, row.cell(1)), k -> new ArrayList<>())
                    .add(period);
        }
    }

    /** Whether the forces of {@code guest} are in {@code host} by invitation on {@code day}. */
    boolean hold(String guest, String host, LocalDate day) {
        return periods.getOrDefault(new Parties(guest, host), List.of()).stream()
                .anyMatch(period -> period.contains(day));
    }
}
