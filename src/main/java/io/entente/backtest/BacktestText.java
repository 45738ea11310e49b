package io.entente.backtest;

import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backtest for the terminal. */
public final class BacktestText {
    private static final int SHOWN = 8;

    private final BacktestResult result;
    private final PrintWriter out;

    /** Writes {@code result} to {@code out}. */
    public BacktestText(BacktestResult result, PrintWriter out) {
        this.result = result;
        this.out = out;
    }

    /** Prints it all. */
    public void print() {
        print(
                "%s to %s: %s, %s%n%n",
                result.from(),
                result.to(),
                counted(result.days(), "day"),
                counted(result.alerts().size(), "alert"));
        for (KnownEpisode.Kind kind : KnownEpisode.Kind.values()) {
            print(
                    "%-7s %d of %d found%s%n",
                    kind == KnownEpisode.Kind.CRISIS ? "crises" : "thaws",
                    result.found(kind),
                    result.known(kind),
                    kind == KnownEpisode.Kind.CRISIS ? median(result.medianDelay()) : "");
        }
        if (!result.outside().isEmpty()) {
            print("%s outside the feed%n", counted(result.outside().size(), "known episode"));
        }
        print(
                "%nAn alert finds a crisis if a TENSION_SURGE or SEVERE_EVENT of its pair, %s or above, opened from %d days before to %d after;%n",
                result.rule().crisis(), result.rule().before(), result.rule().crisisAfter());
        print(
                "a thaw if a THAW or BREAKTHROUGH of any severity opened from %d days before to %d after.%n%n",
                result.rule().before(), result.rule().thawAfter());
        kinds();
        years();
        found();
        missed();
        out.flush();
    }

    private static String median(@Nullable Double days) {
        return days == null
                ? ""
                : String.format(Locale.ROOT, ", median delay %s %s", number(days), days == 1 ? "day" : "days");
    }

    private static String counted(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void kinds() {
        print("%-16s %6s %8s %9s %7s%n", "KIND", "INFO", "WARNING", "CRITICAL", "A DAY");
        for (AlertKind kind : AlertKind.values()) {
            Map<Severity, Integer> counts = result.kinds().get(kind);
            if (counts != null) {
                row(kind.name(), counts);
            }
        }
        print(
                "%-17s %31.3f%n%-17s %31.3f%n%-17s %31.3f%n%-17s %31.3f%n%n",
                "all",
                aDay(result.alerts().size()),
                "WARNING or above",
                aDay(result.years().stream().mapToInt(YearRow::warnings).sum()),
                "episodes",
                aDay(result.episodes().size()),
                "of these WARNING+",
                aDay((int) result.episodes().stream().filter(EpisodeRow::warns).count()));
    }

    private void row(String name, Map<Severity, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        print(
                "%-16s %6d %8d %9d %7.3f%n",
                name,
                counts.getOrDefault(Severity.INFO, 0),
                counts.getOrDefault(Severity.WARNING, 0),
                counts.getOrDefault(Severity.CRITICAL, 0),
                aDay(all));
    }

    private double aDay(int count) {
        return (double) count / result.days();
    }

    private void years() {
        print(
                "%-5s %8s %8s %15s %9s %14s%n",
                "YEAR", "CRISES", "THAWS", "WARNING+ A DAY", "ALL A DAY", "CONTACTS A DAY");
        for (YearRow year : result.years()) {
            print(
                    "%-5d %8s %8s %15.3f %9.3f %14.3f%n",
                    year.year(),
                    year.crisesFound() + " of " + year.crises(),
                    year.thawsFound() + " of " + year.thaws(),
                    (double) year.warnings() / year.days(),
                    (double) year.alerts() / year.days(),
                    (double) year.contacts() / year.days());
        }
    }

    private void found() {
        print("%nFOUND%n");
        for (Verdict verdict : result.verdicts()) {
            ShownAlert alert = verdict.found();
            Integer delay = verdict.delay();
            if (alert != null && delay != null) {
                print(
                        "%s: %s %s, %s%n    %s%n",
                        title(verdict), alert.severity(), alert.kind(), when(delay), alert.message());
            }
        }
    }

    private static String when(int delay) {
        if (delay == 0) {
            return "the same day";
        }
        int days = Math.abs(delay);
        return days + (days == 1 ? " day " : " days ") + (delay < 0 ? "before" : "after");
    }

    private void missed() {
        print("%nMISSED%n");
        for (Verdict verdict : result.verdicts()) {
            Verdict.Miss miss = verdict.miss();
            if (miss != null) {
                print("%s: %s%n", title(verdict), reason(verdict, miss));
                verdict.weak()
                        .forEach(alert -> print(
                                "    %s %s %s: %s%n", alert.opened(), alert.severity(), alert.kind(), alert.message()));
                verdict.said().stream()
                        .limit(SHOWN)
                        .forEach(said -> print(
                                "    %s %s %s %s (%s): %s%n",
                                said.day(), said.source(), said.type(), said.target(), said.status(), said.sentence()));
                if (verdict.said().size() > SHOWN) {
                    print("    and %d more%n", verdict.said().size() - SHOWN);
                }
                Verdict.Mentions mentions = verdict.mentions();
                if (miss == Verdict.Miss.NO_STATEMENT && mentions != null) {
                    mentions.first().forEach(text -> print("    unread: %s%n", text));
                }
            }
        }
    }

    private static String reason(Verdict verdict, Verdict.Miss miss) {
        return switch (miss) {
            case TOO_WEAK -> "too weak";
            case NO_ALERT -> "no alert, of " + counted(verdict.said().size(), "statement");
            case NO_STATEMENT -> {
                Verdict.Mentions mentions = verdict.mentions();
                yield "no statement"
                        + (mentions == null ? "" : "; both are named by " + counted(mentions.count(), "article"));
            }
        };
    }

    private static String title(Verdict verdict) {
        KnownEpisode episode = verdict.episode();
        return episode.day() + " " + episode.pair() + " "
                + episode.kind().name().toLowerCase(Locale.ROOT) + ", " + episode.what();
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
