package io.entente.pipeline;

import io.entente.avro.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented articles in the order of their dates: many pairs, reports by a second outlet, copies, and one pair that quarrels. In the last week nothing
 * happens, so that every day of news closes and what was provisional is settled.
 */
final class SyntheticFeed {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final List<String> COUNTRIES = List.of(
            "Peru",
            "Ecuador",
            "Chile",
            "Bolivia",
            "Norway",
            "Finland",
            "Kenya",
            "Uganda",
            "Ghana",
            "Togo",
            "Japan",
            "Mongolia",
            "Nepal",
            "Bhutan",
            "Latvia",
            "Estonia",
            "Oman",
            "Qatar",
            "Fiji",
            "Samoa");
    private static final List<String> OUTLETS =
            List.of("North Wire", "Harbour Post", "Andes Ledger", "Lake Gazette", "Meridian Daily");
    private static final List<String> DEEDS = List.of(
            "%s accused %s of closing the %s crossing on %s.",
            "%s signed an agreement with %s on the %s ferry on %s.",
            "%s thanked %s for its help with the %s bridge on %s.",
            "%s imposed sanctions on %s over the %s dam on %s.",
            "%s recalled its ambassador to %s over the %s wreck on %s.",
            "%s praised %s for reopening the %s road on %s.");
    private static final List<String> PLACES = List.of(
            "Amber", "Birch", "Cedar", "Dune", "Elm", "Flint", "Grove", "Heron", "Iris", "Juniper", "Kestrel", "Larch");
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");

    private static final String QUIET = "The tide was low and the ferries ran on time.";

    private SyntheticFeed() {}

    /** So many articles over so many days. */
    static List<Article> of(int size, int days) {
        Random random = new Random(size);
        long step = Duration.ofDays(days).toMillis() / size;
        List<Article> feed = new ArrayList<>();
        String last = "";
        for (int i = 0; i < size; i++) {
            Instant at = START.plusMillis(i * step + random.nextInt((int) (step / 2)));
            boolean quiet = at.isAfter(START.plus(Duration.ofDays(days - 7)));
            String body = quiet ? QUIET : random.nextInt(4) == 0 && !last.isEmpty() ? last : body(random, i > size / 2);
            last = body;
            feed.add(Article.newBuilder()
                    .setId("a" + i)
                    .setOutlet(OUTLETS.get(random.nextInt(OUTLETS.size())))
                    .setBody(body)
                    .setPublishedAt(at)
                    .build());
        }
        return feed;
    }

    private static String body(Random random, boolean quarrel) {
        if (quarrel && random.nextInt(5) == 0) {
            return sentence(random, 0, "Norway", "Finland");
        }
        int source = random.nextInt(COUNTRIES.size());
        int target = (source + 1 + random.nextInt(3)) % COUNTRIES.size();
        return sentence(random, random.nextInt(DEEDS.size()), COUNTRIES.get(source), COUNTRIES.get(target));
    }

    private static String sentence(Random random, int deed, String source, String target) {
        return DEEDS.get(deed)
                .formatted(
                        source,
                        target,
                        PLACES.get(random.nextInt(PLACES.size())) + " " + PLACES.get(random.nextInt(PLACES.size())),
                        DAYS.get(random.nextInt(DAYS.size())));
    }
}
