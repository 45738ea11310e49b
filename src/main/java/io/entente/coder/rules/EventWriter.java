package io.entente.coder.rules;

import io.entente.actor.ActorMention;
import io.entente.avro.MentionKind;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.TargetSentiment;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.language.segment.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes events of what the rules found in a sentence: offsets for tokens, the speaker, sentiment, calibrated confidence. */
final class EventWriter {
    private final TargetSentiment sentiment;
    private final Reliability reliability = Reliability.load();

    EventWriter(EventLexicon lexicon) {
        this.sentiment = new TargetSentiment(lexicon);
    }

    /**
     * Adds the events of a sentence to {@code events}.
     *
     * @param text the whole text
     * @param index index of the sentence
     */
    void write(
            String text, int index, AnnotatedSentence sentence, List<CandidateEvent> found, List<CodedEvent> events) {
        if (found.isEmpty()) {
            return;
        }
        ReliabilityFeatures features = features(text, sentence, found);
        for (CandidateEvent candidate : found) {
            events.add(event(index, candidate, sentence, features));
        }
    }

    /** How likely what a sentence says is to be right depends on where its actors stand. */
    private static ReliabilityFeatures features(
            String text, AnnotatedSentence annotated, List<CandidateEvent> candidates) {
        Sentence sentence = annotated.parse().sentence();
        List<ReliabilityFeatures.Named> named =
                new ArrayList<>(annotated.mentions().size());
        for (ActorMention mention : annotated.mentions()) {
            named.add(new ReliabilityFeatures.Named(mention.begin(), mention.end(), mention.code()));
        }
        List<ReliabilityFeatures.Reported> reported = new ArrayList<>(candidates.size());
        for (CandidateEvent candidate : candidates) {
            reported.add(new ReliabilityFeatures.Reported(
                    candidate.source().code(), candidate.target().code(), candidate.sign()));
        }
        return new ReliabilityFeatures(text, sentence.begin(), sentence.end(), named, reported);
    }

    private CodedEvent event(
            int index, CandidateEvent candidate, AnnotatedSentence sentence, ReliabilityFeatures features) {
        int triggerBegin = sentence.tokens().get(candidate.first()).begin();
        int triggerEnd = sentence.tokens()
                .get(Math.max(candidate.first(), candidate.last() - 1))
                .end();
        ActorMention source = candidate.source().mention();
        ActorMention target = candidate.target().mention();
        NamedSpeaker speaker = speaker(candidate);
        double confidence = reliability.likelihood(features.features(
                candidate.grounds().rule().label(),
                candidate.type(),
                candidate.status(),
                source.code(),
                target.code(),
                triggerBegin,
                triggerEnd));
        return new CodedEvent(
                index,
                source,
                target,
                candidate.type(),
                candidate.intensity(),
                candidate.status(),
                severe(candidate.severe(), sentence),
                triggerBegin,
                triggerEnd,
                speaker == null ? null : speaker.text(),
                speaker == null ? null : speaker.code(),
                sentiment.of(candidate, sentence),
                RuleExtractor.NAME,
                candidate.grounds().rule().label(),
                candidate.entries(),
                confidence);
    }

    /** The class alone; one that hangs on a word ("ties:diplomat|envoy") only if the sentence has one. */
    private static @Nullable String severe(@Nullable String mark, AnnotatedSentence sentence) {
        int colon = mark == null ? -1 : mark.indexOf(':');
        if (mark == null || colon < 0) {
            return mark;
        }
        String[] words = mark.substring(colon + 1).split("\\|", -1);
        for (int i = 0; i < sentence.tokens().size(); i++) {
            for (String word : words) {
                if (sentence.lower(i).startsWith(word)) {
                    return mark.substring(0, colon);
                }
            }
        }
        return null;
    }

    private record NamedSpeaker(String text, @Nullable String code) {}

    private static @Nullable NamedSpeaker speaker(CandidateEvent candidate) {
        boolean words =
                switch (candidate.type()) {
                    case ACCUSE, REJECT, THREATEN, REQUEST, SUPPORT, STATEMENT, PROTEST, AGREE -> true;
                    default -> false;
                };
        String name = candidate.voice().name();
        if (name != null) {
            for (Actor actor : candidate.voice().actors()) {
                if (actor.direct()) {
                    return named(actor.mention());
                }
            }
            String code = candidate.voice().actors().isEmpty()
                    ? null
                    : candidate.voice().actors().get(0).code();
            return new NamedSpeaker(withoutArticle(name), code);
        }
        return words && candidate.source().direct() ? named(candidate.source().mention()) : null;
    }

    /** A bare country or bloc speaks for itself; people and organs are speakers. */
    private static @Nullable NamedSpeaker named(ActorMention mention) {
        boolean bare = mention.kind() == MentionKind.COUNTRY
                || mention.kind() == MentionKind.BLOC
                || mention.kind() == MentionKind.DEMONYM
                || mention.kind() == MentionKind.REFERENCE && mention.name() == null;
        return bare ? null : new NamedSpeaker(mention.text(), mention.code());
    }

    private static String withoutArticle(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String article : new String[] {"the ", "a ", "an "}) {
            if (lower.startsWith(article)) {
                return text.substring(article.length());
            }
        }
        return text;
    }
}
