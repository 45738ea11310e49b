package io.entente.relation;

import io.entente.relation.similarity.TextFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the reports that may be about the same event as another one, by the content words that they share (prefix filtering, as in set
 * similarity joins: whoever shares enough shares one of the rarer words).
 */
final class Index {
    private static final double ROUNDING = 1e-4;

    /** Sets the words of an act that a report answers apart from its own. */
    private static final int ANSWERED = 0x5BD1E995;

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

    /**
     * The content words of a report, however its article tells the act, and the largest weight of each; of an answer those of the act that it
     * answers, too, which find only answers.
     */
    private record Terms(int[] words, IntToDoubleFunction weights) {
        static Terms of(Report report) {
            Tellings tellings = report.tellings;
            Report act = report.answers;
            if (tellings.others().isEmpty() && act == null) {
                return new Terms(tellings.first().words(), tellings.first()::weight);
            }
            TreeMap<Integer, Double> all = new TreeMap<>();
            tellings.all().forEach(telling -> add(telling, 0, all));
            if (act != null) {
                act.tellings.all().forEach(telling -> add(telling, ANSWERED, all));
            }
            double[] weights =
                    all.values().stream().mapToDouble(Double::doubleValue).toArray();
            return new Terms(all.keySet().stream().mapToInt(Integer::intValue).toArray(), i -> weights[i]);
        }

        private static void add(TextFingerprint telling, int mark, Map<Integer, Double> all) {
            int[] words = telling.words();
            for (int i = 0; i < words.length; i++) {
                all.merge(words[i] ^ mark, telling.weight(i), Math::max);
            }
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
