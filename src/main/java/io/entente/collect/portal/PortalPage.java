package io.entente.collect.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The items on a day's page. A page is a list of lists: its inner points name topics, such as a war, and its outermost ones say what happened, with the
 * report that says so in brackets at their end.
 */
final class PortalPage {
    private static final Pattern POINT = Pattern.compile("^([*:#]+)\\s*(.*)$");
    private static final Pattern REPORT = Pattern.compile("\\(?\\[(https?://[^\\s\\]]+)([^\\]]*)\\]\\)?");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("[(\\[][\\s,;.]*[)\\]]");
    private static final Pattern SENTENCE = Pattern.compile(".*\\p{L}.*\\s.*\\s.*");

    private final Wikitext wikitext;

    PortalPage(Wikitext wikitext) {
        this.wikitext = wikitext;
    }

    /**
     * Something that happened.
     *
     * @param text what
     * @param topic to what it belongs; null if the page does not say
     * @param report address of the first report that it cites; null if it cites none
     */
    record Item(String text, @Nullable String topic, @Nullable String report) {}

    private record Point(int depth, String line) {}

    /** The items of a page, in its order. */
    List<Item> items(String page) {
        List<Point> points = points(page);
        List<Item> items = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            while (topics.size() >= point.depth()) {
                topics.remove(topics.size() - 1);
            }
            String text = text(point.line());
            Matcher report = REPORT.matcher(point.line());
            boolean cites = report.find();
            boolean hasMore = i + 1 < points.size() && points.get(i + 1).depth() > point.depth();
            boolean item = SENTENCE.matcher(text).matches() && (cites || !hasMore && text.endsWith("."));
            if (item) {
                items.add(new Item(text, topic(topics), cites ? report.group(1) : null));
            }
            while (topics.size() < point.depth() - 1) {
                topics.add("");
            }
            topics.add(item ? "" : text);
        }
        return items;
    }

    private static @Nullable String topic(List<String> topics) {
        for (int i = topics.size() - 1; i >= 0; i--) {
            if (!topics.get(i).isEmpty()) {
                return topics.get(i);
            }
        }
        return null;
    }

    private static List<Point> points(String page) {
        List<Point> points = new ArrayList<>();
        for (String line : Wikitext.visible(page).split("\\R", -1)) {
            Matcher point = POINT.matcher(line.strip());
            if (point.matches()) {
                points.add(new Point(point.group(1).length(), point.group(2)));
            }
        }
        return points;
    }

    private String text(String line) {
        String withoutReports = REPORT.matcher(line).replaceAll(" ");
        return EMPTY_BRACKETS
                .matcher(wikitext.plain(withoutReports))
                .replaceAll("")
                .strip();
    }
}
