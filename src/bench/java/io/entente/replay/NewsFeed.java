package io.entente.replay;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Prints a feed of synthetic news as JSON lines, with the arrival pattern of real news: 12,000 articles a day, which is a day in a minute at 200 a
 * second, most of them by day; pairs of countries by Zipf's law; four in ten articles copies of one of the last hours, one in ten a report of
 * the same act in other words. An article is some ten sentences, of which two or three tell an act and most others name the countries, too.
 * The same number gives the same feed.
 */
public final class NewsFeed {
    private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
    private static final int A_DAY = 12_000;
    private static final Duration DAY = Duration.ofDays(1);
    /** Of the articles that may be copied. */
    private static final int RECENT = 600;

    private static final String[][] COUNTRIES = {
        {"China", "Chinese", "Beijing"}, {"Russia", "Russian", "Moscow"}, {"Ukraine", "Ukrainian", "Kyiv"},
        {"Israel", "Israeli", "Jerusalem"}, {"Iran", "Iranian", "Tehran"}, {"India", "Indian", "New Delhi"},
        {"Pakistan", "Pakistani", "Islamabad"}, {"Japan", "Japanese", "Tokyo"}, {"Turkey", "Turkish", "Ankara"},
        {"Egypt", "Egyptian", "Cairo"}, {"France", "French", "Paris"}, {"Germany", "German", "Berlin"},
        {"Brazil", "Brazilian", "Brasilia"}, {"Peru", "Peruvian", "Lima"}, {"Ecuador", "Ecuadorian", "Quito"},
        {"Chile", "Chilean", "Santiago"}, {"Kenya", "Kenyan", "Nairobi"}, {"Uganda", "Ugandan", "Kampala"},
        {"Nigeria", "Nigerian", "Abuja"}, {"Ghana", "Ghanaian", "Accra"}, {"Morocco", "Moroccan", "Rabat"},
        {"Algeria", "Algerian", "Algiers"}, {"Serbia", "Serbian", "Belgrade"}, {"Croatia", "Croatian", "Zagreb"},
        {"Poland", "Polish", "Warsaw"}, {"Lithuania", "Lithuanian", "Vilnius"}, {"Finland", "Finnish", "Helsinki"},
        {"Vietnam", "Vietnamese", "Hanoi"}, {"Canada", "Canadian", "Ottawa"}, {"Mexico", "Mexican", "Mexico City"},
        {"Iraq", "Iraqi", "Baghdad"}, {"Syria", "Syrian", "Damascus"}, {"Qatar", "Qatari", "Doha"},
        {"Armenia", "Armenian", "Yerevan"}, {"Azerbaijan", "Azerbaijani", "Baku"}, {"Nepal", "Nepalese", "Kathmandu"},
        {"Thailand", "Thai", "Bangkok"}, {"Greece", "Greek", "Athens"}, {"Spain", "Spanish", "Madrid"},
        {"Sudan", "Sudanese", "Khartoum"}
    };
    /** The same act in two wordings: the first country acts on the second over a matter. */
    private static final String[][] ACTS = {
        {"%1$s condemned %2$s over %3$s on Monday", "The %1$s government denounced %2$s because of %3$s"},
        {"%1$s praised %2$s for its patience over %3$s", "%1$s lauded %2$s, citing %3$s"},
        {"%1$s accused %2$s of breaking its word on %3$s", "%1$s blamed %2$s for the dispute about %3$s"},
        {"%1$s expelled two %4$s diplomats after the row over %3$s", "Two %4$s envoys were expelled by %1$s over %3$s"},
        {"%1$s imposed sanctions on %2$s over %3$s", "%1$s slapped new sanctions on %2$s because of %3$s"},
        {"%1$s and %2$s signed an agreement on %3$s", "%1$s and %2$s sealed an accord on %3$s"},
        {"%1$s held talks with %2$s about %3$s", "Envoys of %1$s met with %2$s to discuss %3$s"},
        {"%1$s demanded an apology from %2$s over %3$s", "%1$s called on %2$s to apologise for %3$s"},
        {"%1$s sent aid to %2$s after %3$s", "%1$s delivered relief supplies to %2$s after %3$s"},
        {"%1$s shelled a border post in %2$s in the quarrel over %3$s", "%1$s fired on a %4$s border post over %3$s"}
    };

    private static final String[] MATTERS = {
        "fishing rights", "a gas pipeline", "steel duties", "the border at %s", "a seized ship",
                "water from the %s dam",
        "student visas", "wheat exports", "a spy trial", "an air corridor", "the %s lithium mines",
                "a cable under the sea",
        "vaccine patents", "the floods in %s", "the price of gas", "a dam at %s", "the ferry to %s", "looted statues"
    };
    private static final String[] BACKGROUND = {
        "Officials in %5$s would not say when the next meeting was to take place.",
        "The quarrel over %3$s goes back to a treaty that %1$s has never ratified.",
        "A former %4$s minister told a newspaper that nobody in %6$s had expected it.",
        "Trade between %1$s and %2$s came to nine billion dollars last year, half of it in machines and grain.",
        "In %6$s the news was met with silence, and the currency hardly moved.",
        "Analysts in %5$s said that the summer would show whether the words were meant.",
        "The two neighbours have had embassies in each other's capitals for sixty years.",
        "Hauliers at the crossing near %7$s counted ninety lorries, twice as many as on a usual day.",
        "Schools in the district stayed open, and the market of %7$s was as busy as ever.",
        "A spokeswoman for the %4$s foreign ministry declined to comment on %3$s."
    };

    private record Act(String first, String second, String matter, int kind, String town) {}

    private record Told(Act act, String title, String body) {}

    private final Random random = new Random(17);
    private final List<Told> recent = new ArrayList<>();
    private final int[][] pairs = pairs();

    public static void main(String[] args) {
        int articles = args.length == 0 ? A_DAY : Integer.parseInt(args[0]);
        NewsFeed feed = new NewsFeed();
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
        for (int i = 0; i < articles; i++) {
            out.println(feed.article(i));
        }
        out.flush();
    }

    /** All pairs, in an order that has nothing to do with the countries'. */
    private int[][] pairs() {
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < COUNTRIES.length; i++) {
            for (int j = i + 1; j < COUNTRIES.length; j++) {
                all.add(new int[] {i, j});
            }
        }
        Collections.shuffle(all, new Random(3));
        return all.toArray(int[][]::new);
    }

    private String article(int number) {
        Told told = told();
        recent.add(told);
        if (recent.size() > RECENT) {
            recent.remove(random.nextInt(RECENT / 2));
        }
        return "{\"id\":\"n" + number + "\",\"outlet\":\"Outlet " + random.nextInt(300)
                + "\",\"language\":\"en\",\"publishedAt\":\"" + time(number) + "\",\"title\":\"" + told.title()
                + "\",\"body\":\"" + told.body() + "\"}";
    }

    private Told told() {
        int kind = random.nextInt(10);
        if (recent.isEmpty() || kind >= 5) {
            return write(act(), 0);
        }
        Told before = recent.get(recent.size() - 1 - (int) (recent.size() * Math.pow(random.nextDouble(), 2)));
        return kind == 4 ? write(before.act(), 1) : before;
    }

    /** Two thirds of a day's articles come in its second half. */
    private static Instant time(int number) {
        double part = (double) (number % A_DAY) / A_DAY;
        double hour = part < 1 / 3.0 ? part * 1.5 : 0.5 + (part - 1 / 3.0) * 0.75;
        return START.plus(DAY.multipliedBy(number / A_DAY)).plusMillis((long) (hour * DAY.toMillis()));
    }

    private Act act() {
        int rank = (int) Math.min(pairs.length - 1, Math.pow(pairs.length, random.nextDouble()) - 1); // Zipf
        int[] pair = pairs[rank];
        boolean turned = random.nextBoolean();
        String town = town();
        String matter = String.format(MATTERS[random.nextInt(MATTERS.length)], town);
        return new Act(
                Integer.toString(pair[turned ? 1 : 0]),
                Integer.toString(pair[turned ? 0 : 1]),
                matter,
                random.nextInt(ACTS.length),
                town);
    }

    private Told write(Act act, int wording) {
        String[] first = COUNTRIES[Integer.parseInt(act.first())];
        String[] second = COUNTRIES[Integer.parseInt(act.second())];
        Object[] words = {first[0], second[0], act.matter(), second[1], first[2], second[2], act.town()};
        Object[] answer = {second[0], first[0], act.matter(), first[1], second[2], first[2], act.town()};
        String lead = String.format(ACTS[act.kind()][wording], words);
        StringBuilder body = new StringBuilder(lead).append(", its foreign ministry said. ");
        for (int i = 0; i < 9; i++) {
            if (i == 3) {
                body.append(String.format(ACTS[random.nextInt(ACTS.length)][wording], answer))
                        .append(". ");
            }
            body.append(String.format(BACKGROUND[random.nextInt(BACKGROUND.length)], words))
                    .append(' ');
        }
        return new Told(act, lead, body.toString().strip());
    }

    private String town() {
        StringBuilder town = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            town.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return Character.toUpperCase(town.charAt(0)) + town.substring(1);
    }
}
