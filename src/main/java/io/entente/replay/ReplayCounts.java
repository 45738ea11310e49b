package io.entente.replay;

import io.entente.clock.PartitionClock;
import io.entente.relation.StatementFate;
import java.util.EnumMap;
import java.util.Map;

/** What became of a replay's input. */
public final class ReplayCounts {
    private long articles;
    private long refused;
    private long uncoded;
    private long otherLanguage;
    private long statements;
    private final Map<StatementFate, Long> outcomes = new EnumMap<>(StatementFate.class);
    private final PartitionClock clock;

    ReplayCounts(PartitionClock clock) {
        this.clock = clock;
    }

    /** Articles that were read, the refused ones not included. */
    public long articles() {
        return articles;
    }

    /** Articles that are dated impossibly or that the coder failed on. */
    public long refused() {
        return refused;
    }

    /** Articles in other languages than English: they give mentions only. */
    public long uncoded() {
        return uncoded;
    }

    /** Articles whose text is in another language than they declare: they are coded by what they are in. */
    public long otherLanguage() {
        return otherLanguage;
    }

    /** Articles dated further ahead than others support: they are taken, and do not move the clock. */
    public long outliers() {
        return clock.outliers();
    }

    /** Articles later than the grace allows: they change no event and no alert. */
    public long late() {
        return clock.late();
    }

    /** Statements coded. */
    public long statements() {
        return statements;
    }

    /** Statements of which that became. */
    public long of(StatementFate outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    void article(boolean coded) {
        articles++;
        uncoded += coded ? 0 : 1;
    }

    void otherLanguageThanDeclared() {
        otherLanguage++;
    }

    void refuse() {
        refused++;
    }

    void statement(StatementFate outcome) {
        statements++;
        outcomes.merge(outcome, 1L, Long::sum);
    }
}
