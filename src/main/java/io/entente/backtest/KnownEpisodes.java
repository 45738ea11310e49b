package io.entente.backtest;

import io.entente.relation.Pair;
import io.entente.table.TableException;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads known episodes from a tab-separated table: pair, day, {@code crisis} or {@code thaw}, and what it is called. */
public final class KnownEpisodes {
    private static final Pattern PAIR = Pattern.compile("[A-Z]{2,8}-[A-Z]{2,8}");

    private KnownEpisodes() {}

    /**
     * The episodes in a file, in its order.
     *
     * @throws TableException if it cannot be read, has no rows or has a row that cannot be used; the message names each with its line
     */
    public static List<KnownEpisode> read(Path file) {
        TsvTable table = TsvTable.file(file);
        List<KnownEpisode> episodes = new ArrayList<>();
        table.each(row -> episodes.add(new KnownEpisode(
                row.read(0, KnownEpisodes::pair),
                row.read(1, KnownEpisodes::day),
                row.constant(2, KnownEpisode.Kind.class),
                what(row))));
        if (episodes.isEmpty()) {
            throw new TableException(List.of(
                    file + ": no episodes; a row is 'CHN-IND<tab>2017-06-18<tab>crisis<tab>Doklam', for example"));
        }
        return List.copyOf(episodes);
    }

    private static String what(TsvRow row) {
        return row.required(3, "what the episode is called");
    }

    private static String pair(String text) {
        String pair = text.toUpperCase(Locale.ROOT);
        if (!PAIR.matcher(pair).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a pair: write two codes such as CHN-RUS");
        }
        int dash = pair.indexOf('-');
        return Pair.of(pair.substring(0, dash), pair.substring(dash + 1)).toString();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a day: write it as 2017-06-18", e);
        }
    }
}
