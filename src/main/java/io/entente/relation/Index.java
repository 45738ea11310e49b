package io.entente.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the reports that may be about the same event as another one, by the content words that they share (prefix filtering, as in set
 * similarity joins: whoever shares enough shares one of the rarer words). Reports are kept apart by the weight of their words, because what
 * is enough depends on it.
 */
final class Index {
    private static final int CLASSES = 6;
    private static final double ROUNDING = 1e-4;

    private final double reportBound;
    private final List<Map<Integer, List<Entry>>> byWord = new ArrayList<>();
    private final List<Report> light = new ArrayList<>();
    /** Of the current query. */
    private final List<Entry> found = new ArrayList<>();

    private long queries;

    /** A report, and what was found of it in the current query. */
    private static final class Entry {
        private final Report report;
        private long query;
        private double shared;

        private Entry(Report report) {
            this.report = report;
        }
    }

    /** Who has a word, and its weight in the report that is compared. */
    private record Posting(List<Entry> entries, double weight) {}

    /** @param reportBound see {@link RelateSettings} */
    Index(double reportBound) {
        this.reportBound = reportBound;
        for (int i = 0; i < CLASSES; i++) {
            byWord.add(new HashMap<>());
        }
    }

    void add(Report report) {
        Map<Integer, List<Entry>> map = byWord.get(weightClass(report.wording().total()));
        Entry entry = new Entry(report);
        for (int word : report.wording().words()) {
            map.computeIfAbsent(word, w -> new ArrayList<>(1)).add(entry);
        }
        if (report.wording().light()) {
            light.add(report);
        }
    }

    void remove(Report report) {
        Map<Integer, List<Entry>> map = byWord.get(weightClass(report.wording().total()));
        for (int word : report.wording().words()) {
            map.computeIfPresent(word, (w, entries) -> {
                entries.removeIf(entry -> entry.report == report);
                return entries.isEmpty() ? null : entries;
            });
        }
        if (report.wording().light()) {
            light.remove(report);
        }
    }

    /** Hands over at least those reports that match {@code report}. */
    void candidates(Report report, Consumer<Report> sink) {
        TextFingerprint wording = report.wording();
        for (int i = 0; i < CLASSES; i++) {
            if (!byWord.get(i).isEmpty()) {
                probe(wording, postings(wording, byWord.get(i)), enough(wording.total(), leastWeight(i)), sink);
            }
        }
        if (wording.light()) {
            light.forEach(sink);
        }
    }

    /** How much a match has in common at least, if one weighs {@code total} and the other {@code other} or more. */
    private double enough(double total, double other) {
        return TextFingerprint.enough(total, other, reportBound) - ROUNDING;
    }

    /** The words' postings, the most frequent word first. */
    private static List<Posting> postings(TextFingerprint wording, Map<Integer, List<Entry>> map) {
        int[] words = wording.words();
        List<Posting> postings = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            postings.add(new Posting(map.getOrDefault(words[i], List.of()), wording.weight(i)));
        }
        postings.sort((a, b) -> Integer.compare(b.entries().size(), a.entries().size()));
        return postings;
    }

    private void probe(TextFingerprint wording, List<Posting> postings, double enough, Consumer<Report> sink) {
        queries++;
        int first = 0;
        double skipped = 0;
        while (first < postings.size() && skipped + postings.get(first).weight() < enough) {
            skipped += postings.get(first++).weight();
        }
        found.clear();
        for (Posting posting : postings.subList(first, postings.size())) {
            for (Entry entry : posting.entries()) {
                if (entry.query != queries) {
                    entry.query = queries;
                    entry.shared = skipped;
                    found.add(entry);
                }
                entry.shared += posting.weight();
            }
        }
        for (Entry entry : found) {
            if (entry.shared >= enough(wording.total(), entry.report.wording().total())) {
                sink.accept(entry.report);
            }
        }
    }

    private static int weightClass(double weight) {
        int number = 0;
        while (number < CLASSES - 1 && weight >= leastWeight(number + 1)) {
            number++;
        }
        return number;
    }

    /** 0, 1, 2, 4, 8, 16. */
    private static double leastWeight(int number) {
        return number == 0 ? 0 : TextFingerprint.LIGHT * (1 << (number - 1));
    }
}
