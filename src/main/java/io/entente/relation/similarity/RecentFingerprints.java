package io.entente.relation.similarity;

import io.entente.avro.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@link TextFingerprint} of statements, and keeps the last ones: four in ten articles are copies that come within hours. */
public final class RecentFingerprints {
    private static final int MOST = 2_000;
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final TextFingerprints fingerprints;
    private final Map<Telling, TextFingerprint> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Telling, TextFingerprint> eldest) {
            return size() > MOST;
        }
    };

    public RecentFingerprints(TextFingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * All of a statement that its fingerprint depends on.
     *
     * @param triggerAt where the trigger stands in the sentence; {@link #NOWHERE} if that is unknown
     * @param atPlace whether the act is done at a place
     */
    private record Telling(
            String sentence,
            String trigger,
            int triggerAt,
            String source,
            @Nullable String sourceText,
            String target,
            @Nullable String targetText,
            boolean atPlace) {
        static Telling of(Statement statement) {
            boolean placed = statement.getTriggerBegin() >= 0 && statement.getBegin() >= 0;
            return new Telling(
                    statement.getSentence(),
                    statement.getTrigger(),
                    placed ? statement.getTriggerBegin() - statement.getBegin() : NOWHERE,
                    statement.getSource(),
                    statement.getSourceText().orElse(null),
                    statement.getTarget(),
                    statement.getTargetText().orElse(null),
                    TextFingerprints.PLACED.contains(statement.getEvent()));
        }
    }

    /** The fingerprint of a statement, made anew only if none with its words and parties is known. */
    public TextFingerprint of(Statement statement) {
        Telling telling = Telling.of(statement);
        TextFingerprint known = recent.get(telling);
        if (known == null) {
            known = fingerprints.of(statement);
            recent.put(telling, known);
        }
        return known;
    }
}
