package io.entente.relation;

import io.entente.relation.similarity.TextFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Finds the reports that may be about the same event as another one, by the content words that they share (prefix filtering, as in set
 * similarity joins: whoever shares enough shares one of the rarer words).
 */
final class Index {
    private static final double ROUNDING = 1e-4;

    private final Map<Integer, List<Entry>> byWord = new HashMap<>();
    private final Map<Report, Entry> entries = new HashMap<>();
    private final List<Report> light = new ArrayList<>();
    /** Of the current query. */
    private final List<Entry> found = new ArrayList<>();

    private long queries;

    /** A report, its words when it came, and what was found of it in the current query. */
    private static final class Entry {
        private final Report report;
        private final int[] words;
        private long query;
        private double shared;

        private Entry(Report report) {
            this.report = report;
            this.words = Terms.of(report).words();
        }
    }

    /** The content words of a report, however its article tells the act, and the largest weight of each. */
    private record Terms(int[] words, IntToDoubleFunction weights) {
        static Terms of(Report report) {
            TextFingerprint wording = report.wording();
            if (report.retellings.isEmpty()) {
                return new Terms(wording.words(), wording::weight);
            }
            TreeMap<Integer, Double> all = new TreeMap<>();
            Stream.concat(Stream.of(wording), report.retellings.stream()).forEach(telling -> {
                int[] words = telling.words();
                for (int i = 0; i < words.length; i++) {
                    all.merge(words[i], telling.weight(i), Math::max);
                }
            });
            double[] weights =
                    all.values().stream().mapToDouble(Double::doubleValue).toArray();
            return new Terms(all.keySet().stream().mapToInt(Integer::intValue).toArray(), i -> weights[i]);
        }
    }

    /** Who has a word, and its weight in the report that is compared. */
    private record Posting(List<Entry> entries, double weight) {}

    void add(Report report) {
        Entry entry = new Entry(report);
        entries.put(report, entry);
        for (int word : entry.words) {
            byWord.computeIfAbsent(word, w -> new ArrayList<>(1)).add(entry);
        }
        if (report.wording().light()) {
            light.add(report);
        }
    }

    void remove(Report report) {
        Entry entry = entries.remove(report);
        if (entry == null) {
            return;
        }
        for (int word : entry.words) {
            byWord.computeIfPresent(word, (w, others) -> {
                others.remove(entry);
                return others.isEmpty() ? null : others;
            });
        }
        if (report.wording().light()) {
            light.remove(report);
        }
    }

    /** Hands over at least those reports that match {@code report}. */
    void candidates(Report report, Consumer<Report> sink) {
        if (!byWord.isEmpty()) {
            probe(postings(Terms.of(report)), sink);
        }
        if (report.wording().light()) {
            light.forEach(sink);
        }
    }

    /** The words' postings, the most frequent word first. */
    private List<Posting> postings(Terms terms) {
        int[] words = terms.words();
        List<Posting> postings = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            List<Entry> holders = byWord.get(words[i]);
            if (holders != null) {
                postings.add(new Posting(holders, terms.weights().applyAsDouble(i)));
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
