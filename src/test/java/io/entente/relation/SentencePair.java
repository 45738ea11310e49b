package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.relation.similarity.TextFingerprint;
import io.entente.relation.similarity.TextFingerprints;
import io.entente.relation.similarity.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pair of sentences labelled by hand as copies, independent reports of one event, or reports of two events. */
record SentencePair(int line, String label, TextFingerprint first, TextFingerprint second) {
    private static final Pattern ACTOR = Pattern.compile("\\[([^]]*)]");
    private static final Pattern TRIGGER = Pattern.compile("\\*([^*]*)\\*");

    /** All of {@code sentence-pairs.tsv}. */
    static List<SentencePair> all() {
        TextFingerprints wordings = new TextFingerprints(Vocabulary.bundled());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SentencePair.class.getResourceAsStream("sentence-pairs.tsv")),
                StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().filter(l -> !l.startsWith("#")).toList();
            return java.util.stream.IntStream.range(0, lines.size())
                    .mapToObj(i -> parse(i, lines.get(i).split("\t"), wordings))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SentencePair parse(int line, String[] cells, TextFingerprints wordings) {
        return new SentencePair(line, cells[0], wordings.of(statement(cells[1])), wordings.of(statement(cells[2])));
    }

    private static Statement statement(String marked) {
        String actors = ACTOR.matcher(marked).results().map(r -> r.group(1)).collect(Collectors.joining(" "));
        Matcher trigger = TRIGGER.matcher(marked);
        if (actors.isEmpty() || !trigger.find()) {
            throw new IllegalArgumentException("no marks in: " + marked);
        }
        return Sample.statement("a", "A", marked.replaceAll("[\\[\\]*]", ""))
                .setSourceText(actors)
                .setTargetText(null)
                .setTrigger(trigger.group(1))
                .build();
    }

    boolean copy(double bound) {
        return first.copyOf(second, bound);
    }

    boolean sameEvent(double copyBound, double reportBound) {
        return first.copyOf(second, copyBound) || first.likeness(second, SameAct.SAME_TYPE) >= reportBound;
    }
}
