package io.entente.alert.baseline;

import io.entente.avro.state.PairState;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Copies of a pair's state with something changed; Avro's builders would copy the baselines, too. */
public final class PairStates {
    private PairStates() {}

    /** What is known of a pair before its first day. */
    public static PairState blank() {
        return new PairState(null, null, null, null, Turns.unseen(), null, null, null, List.of(), List.of(), null, 0);
    }

    /** The state with one more day of which stories are kept. */
    public static PairState withDay(PairState state, int day) {
        TreeSet<Integer> days = new TreeSet<>(state.getDays());
        days.add(day);
        return with(state, state.getDue().orElse(null), List.copyOf(days), state.getAlerts());
    }

    public static PairState withDays(PairState state, List<Integer> days) {
        return with(state, state.getDue().orElse(null), days, state.getAlerts());
    }

    public static PairState with(PairState state, @Nullable Integer due, List<String> alerts) {
        return with(state, due, state.getDays(), alerts);
    }

    private static PairState with(PairState state, @Nullable Integer due, List<Integer> days, List<String> alerts) {
        return new PairState(
                state.getClosed().orElse(null),
                due,
                state.getForward().orElse(null),
                state.getBackward().orElse(null),
                state.getTurn(),
                state.getContact().orElse(null),
                state.getBreakthrough().orElse(null),
                state.getEscalation().orElse(null),
                days,
                alerts,
                state.getEpisode().orElse(null),
                state.getEpisodeDay());
    }
}
