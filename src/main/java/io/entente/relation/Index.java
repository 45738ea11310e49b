package io.entente.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the reports that may be about the same event as another one, by the content words that they share (prefix filtering, as in set
 * similarity joins: whoever shares enough shares one of the rarer words).
 */
final class Index {
    private static final double ROUNDING = 1e-4;

    private final Map<Integer, List<Entry>> byWord = new HashMap<>();
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

    void add(Report report) {
        Entry entry = new Entry(report);
        for (int word : report.wording().words()) {
            byWord.computeIfAbsent(word, w -> new ArrayList<>(1)).add(entry);
        }
        if (report.wording().light()) {
            light.add(report);
        }
    }

    void remove(Report report) {
        for (int word : report.wording().words()) {
            byWord.computeIfPresent(word, (w, entries) -> {
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
        if (!byWord.isEmpty()) {
            probe(postings(wording), sink);
        }
        if (wording.light()) {
            light.forEach(sink);
        }
    }

    /** The words' postings, the most frequent word first. */
    private List<Posting> postings(TextFingerprint wording) {
        int[] words = wording.words();
        List<Posting> postings = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            List<Entry> entries = byWord.get(words[i]);
            if (entries != null) {
                postings.add(new Posting(entries, wording.weight(i)));
            }
        }
        postings.sort((a, b) -> Integer.compare(b.entries().size(), a.entries().size()));
        return postings;
    }

    private void probe(List<Posting> postings, Consumer<Report> sink) {
        queries++;
        double enough = TextFingerprint.ENOUGH - ROUNDING;
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
            if (entry.shared >= enough) {
                sink.accept(entry.report);
            }
        }
    }
}
