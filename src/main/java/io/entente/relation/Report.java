package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.relation.similarity.TextFingerprint;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement in its {@link ReportClusters}, and its place there: it leads an event, is a member of one, or restates what its article says in
 * another report.
 */
final class Report {
    static final Comparator<Report> ORDER =
            Comparator.comparingLong(Report::time).thenComparing(Report::id);

    /** Of the reports of one article: a headline stands for nothing that the text says, too. */
    static final Comparator<Report> IN_ARTICLE = Comparator.comparingLong(Report::time)
            .thenComparing(Report::attendance)
            .thenComparing(Report::headline)
            .thenComparing(report -> report.statement.getBegin())
            .thenComparing(report -> report.statement.getTriggerBegin())
            .thenComparing(report -> report.statement.getSource())
            .thenComparing(Report::id);

    /** A sentence that begins so many characters after the title may be an article's first one, after a dateline. */
    private static final int DATELINE = 60;

    private static final List<Status> BY_CERTAINTY = List.of(Status.REPORTED, Status.INTENDED, Status.ASSERTED);

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Statement statement;
    private final TextFingerprint wording;
    private final @Nullable String family;
    private final long time;
    private final boolean forward;

    /** The report whose event this one belongs to: itself if it leads, null while it has no place. */
    @Nullable
    Report leader;

    /** Of a member: the earlier report of the event that it is most like. */
    @Nullable
    Report nearest;

    /** How alike it and the nearest are, 0 to 1; 0 if it leads. */
    double likeness;

    /** Of the same article, what this one restates; null if it stands for itself. */
    @Nullable
    Report restated;

    /** How sure its article is of the act: the surest of the report and those that restate it. */
    Status status;

    /** Whether the headline or the first sentence of its article reports it, or what restates it. */
    boolean prominent;

    /** Whether its article says that both sides do it. */
    boolean mutual;

    /** How its article tells the act, in its own words and in others. */
    Tellings tellings;

    /** The types that its article gives the act: its own always, and others of its kind. */
    TypeSet types;

    /** Of an accusation that only passes on what the other side is said to have done: the report of that act. */
    @Nullable
    Report passesOn;

    /** Of a protest or a threat: the report of the act of the other side that it answers in its article. */
    @Nullable
    Report answers;

    /** Of a leader: the others. */
    final Members members = new Members(this);

    Report(Statement statement, TextFingerprint wording, @Nullable String family) {
        this.statement = statement;
        this.wording = wording;
        this.family = family;
        this.time = statement.getPublishedAt().toEpochMilli();
        this.forward = statement.getSource().compareTo(statement.getTarget()) < 0;
        this.status = statement.getStatus();
        this.types = TypeSet.of(statement.getEvent());
        this.prominent = opens();
        this.tellings = new Tellings(wording, List.of());
    }

    /** Forgets what its article says of it beside its own words. */
    void reset() {
        status = statement.getStatus();
        mutual = false;
        types = TypeSet.of(statement.getEvent());
        prominent = opens();
        tellings = new Tellings(wording, List.of());
        passesOn = null;
        answers = null;
    }

    /** What its article says of it beside its own words, as far as its place or its event depends on it. */
    record Traits(
            Status status,
            boolean mutual,
            boolean prominent,
            TypeSet types,
            Tellings tellings,
            @Nullable Report passesOn,
            @Nullable Report answers,
            @Nullable Traits answered) {}

    Traits traits() {
        Traits answered = answers == null ? null : answers.traits();
        return new Traits(status, mutual, prominent, types, tellings, passesOn, answers, answered);
    }

    /** Whether it has a place in the clusters; one that restates another report has none. */
    boolean standing() {
        return leader != null;
    }

    /** Whether {@code one} says with more certainty than {@code other} that something has happened. */
    static boolean surer(Status one, Status other) {
        return BY_CERTAINTY.indexOf(one) > BY_CERTAINTY.indexOf(other);
    }

    /** Whether it was published on the day (UTC) of the event that {@code other} belongs to. */
    boolean onDayOf(Report other) {
        Report first = other.leader == null ? other : other.leader;
        return Math.floorDiv(time, DAY) == Math.floorDiv(first.time, DAY);
    }

    Statement statement() {
        return statement;
    }

    EventType type() {
        return statement.getEvent();
    }

    /** Whether it only comes back to an act of an earlier day. */
    boolean lookingBack() {
        return wording.background() && !onDayOf(this);
    }

    TextFingerprint wording() {
        return wording;
    }

    /** Its outlet's family; null if the outlet is unknown. */
    @Nullable
    String family() {
        return family;
    }

    long time() {
        return time;
    }

    String id() {
        return statement.getId();
    }

    /** How readily it is part of another act of its article, which comes first then: 0 for not at all. */
    private int attendance() {
        return switch (statement.getEvent()) {
            case ACCUSE, PROTEST, REJECT, CONSULT -> 1;
            case AGREE -> wording.parley() ? 2 : 0;
            case REQUEST -> 2;
            case STATEMENT -> 3;
            default -> 0;
        };
    }

    /** Whether it is its article's headline. */
    boolean headline() {
        return statement
                .getTitle()
                .map(String::strip)
                .equals(Optional.of(statement.getSentence().strip()));
    }

    /** Whether it is what its article's headline or first sentence reports, not the background of it; true where that is unknown. */
    private boolean opens() {
        return !wording.background()
                && statement.getBegin()
                        <= statement.getTitle().map(String::length).orElse(0) + DATELINE;
    }

    boolean leads() {
        return leader == this;
    }

    /** Of the two directions of its pair the one whose source comes first in the alphabet. */
    boolean forward() {
        return forward;
    }

    /** Whether later reports are compared with it: one that is like a copy is like what it copies, too. */
    boolean voice() {
        return likeness < SameAct.COPY;
    }

    boolean inArticleOf(Report other) {
        return statement.getArticleId().equals(other.statement.getArticleId());
    }

    boolean inSentenceOf(Report other) {
        return statement.getSentence().equals(other.statement.getSentence());
    }

    boolean before(Report other) {
        return time == other.time ? id().compareTo(other.id()) < 0 : time < other.time;
    }
}
