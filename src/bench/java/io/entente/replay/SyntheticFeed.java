package io.entente.replay;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints a feed of synthetic articles as JSON lines: a year, few pairs of countries busy and many quiet, four in ten articles copies of one of the last
 * thousand. The same number gives the same feed. With replay, its speed and its peak of memory:
 *
 * <pre>
 * mvn -q -DskipTests package
 * java src/bench/java/io/entente/replay/SyntheticFeed.java 1000000 |
 *     /usr/bin/time -v java -Xmx1g -cp 'target/dist/lib/*' io.entente.cli.Main replay - --out /tmp/replayed
 * </pre>
 */
public final class SyntheticFeed {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final long YEAR = 365L * 86_400_000;
    private static final String[] COUNTRIES = {
        "China",
        "Russia",
        "Ukraine",
        "Israel",
        "Iran",
        "India",
        "Pakistan",
        "Japan",
        "Turkey",
        "Egypt",
        "France",
        "Germany",
        "Brazil",
        "Peru",
        "Ecuador",
        "Chile",
        "Kenya",
        "Uganda",
        "Nigeria",
        "Ghana",
        "Morocco",
        "Algeria",
        "Serbia",
        "Croatia",
        "Poland",
        "Lithuania",
        "Estonia",
        "Finland",
        "Vietnam",
        "Canada",
        "Mexico",
        "Cuba",
        "Iraq",
        "Syria",
        "Jordan",
        "Qatar",
        "Armenia",
        "Georgia",
        "Nepal",
        "Thailand"
    };
    private static final String[] ACTS = {
        "condemned",
        "thanked",
        "accused",
        "warned",
        "praised",
        "expelled two diplomats from",
        "imposed sanctions on",
        "signed a trade accord with",
        "held talks with",
        "sent aid to",
        "demanded an apology from",
        "shelled a border post in",
        "reopened its embassy in",
        "protested to"
    };
    private static final String[] MATTERS = {
        "fishing rights",
        "a pipeline",
        "steel duties",
        "the border",
        "a seized ship",
        "water from the dam",
        "student visas",
        "wheat exports",
        "a spy trial",
        "an air corridor",
        "lithium mines",
        "a cable under the sea",
        "vaccine patents",
        "a football riot",
        "the price of gas"
    };
    private static final String[] FILLERS = {
        "Traders said that little would change before the summer.",
        "The weather service expects rain for the rest of the week.",
        "A hauliers' association counted ninety lorries at the gate.",
        "Schools in the district stayed open, and the market was busy.",
        "Nobody was hurt, an official said by telephone.",
        "Analysts had expected as much, and the currency hardly moved."
    };

    private final Random random = new Random(11);
    private final List<String> recent = new ArrayList<>();

    public static void main(String[] args) {
        int articles = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        SyntheticFeed feed = new SyntheticFeed();
        PrintStream out =
                new PrintStream(new java.io.BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
        for (int i = 0; i < articles; i++) {
            out.println(feed.article(i, articles));
        }
        out.flush();
    }

    private String article(int number, int articles) {
        Instant time =
                START.plusMillis(YEAR / articles * number - (random.nextInt(20) == 0 ? random.nextInt(86_400_000) : 0));
        String body = random.nextInt(10) < 4 && !recent.isEmpty() ? recent.get(random.nextInt(recent.size())) : body();
        if (recent.size() < 1_000) {
            recent.add(body);
        } else {
            recent.set(random.nextInt(1_000), body);
        }
        return "{\"id\":\"s" + number + "\",\"outlet\":\"Outlet " + random.nextInt(300)
                + "\",\"language\":\"en\",\"publishedAt\":\"" + time + "\",\"body\":\"" + body + "\"}";
    }

    private String body() {
        String one = country();
        String other = country();
        while (other.equals(one)) {
            other = country();
        }
        return one + " " + pick(ACTS) + " " + other + " over " + pick(MATTERS) + " near " + town()
                + ", its foreign ministry said. "
                + pick(FILLERS) + " " + other + " " + pick(ACTS) + " " + one + " after " + pick(MATTERS)
                + " had been discussed in " + town()
                + ". " + pick(FILLERS) + " " + pick(FILLERS);
    }

    /** Few countries make most of the news. */
    private String country() {
        return COUNTRIES[(int) (COUNTRIES.length * Math.pow(random.nextDouble(), 2.5))];
    }

    private String town() {
        StringBuilder town = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            town.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return Character.toUpperCase(town.charAt(0)) + town.substring(1);
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
