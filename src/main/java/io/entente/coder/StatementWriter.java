package io.entente.coder;

import io.entente.actor.ActorMention;
import io.entente.avro.Article;
import io.entente.avro.MentionKind;
import io.entente.avro.Statement;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Speaker;
import io.entente.coder.rules.lexicon.EventTypes;
import io.entente.coder.rules.rule.CandidateEvent;
import io.entente.coder.rules.rule.TargetSentiment;
import io.entente.language.Document;
import io.entente.language.Sentence;
import io.entente.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the records of one article's statements. */
final class StatementWriter {
    private final Article article;
    private final String articleId;
    private final Document document;
    private final String coder;
    private final TargetSentiment sentiment;
    private final Reliability reliability;
    private final StatementIds ids;

    StatementWriter(
            Article article,
            String articleId,
            Document document,
            String coder,
            TargetSentiment sentiment,
            Reliability reliability) {
        this.article = article;
        this.articleId = articleId;
        this.document = document;
        this.coder = coder;
        this.sentiment = sentiment;
        this.reliability = reliability;
        this.ids = new StatementIds(articleId);
    }

    /** How likely what {@code drafts} tell of a sentence is to be right hangs on where its actors stand. */
    ReliabilityFeatures circumstances(AnnotatedSentence scene, List<CandidateEvent> drafts) {
        Sentence sentence = scene.parse().sentence();
        List<ReliabilityFeatures.Named> named = new ArrayList<>(scene.mentions().size());
        for (ActorMention mention : scene.mentions()) {
            named.add(new ReliabilityFeatures.Named(mention.begin(), mention.end(), mention.code()));
        }
        List<ReliabilityFeatures.Told> told = new ArrayList<>(drafts.size());
        for (CandidateEvent draft : drafts) {
            told.add(new ReliabilityFeatures.Told(
                    draft.source().code(), draft.target().code(), draft.sign()));
        }
        return new ReliabilityFeatures(document.text(), sentence.begin(), sentence.end(), named, told);
    }

    Statement write(CandidateEvent draft, AnnotatedSentence scene, ReliabilityFeatures circumstances) {
        Sentence sentence = scene.parse().sentence();
        int triggerBegin = scene.tokens().get(draft.first()).begin();
        int triggerEnd =
                scene.tokens().get(Math.max(draft.first(), draft.last() - 1)).end();
        Span quotation = quotation(sentence, triggerBegin);
        String words = document.text().substring(quotation.begin(), quotation.end());
        ActorMention source = draft.source().mention();
        ActorMention target = draft.target().mention();
        int sign = draft.sign();
        Speaker speaker = speaker(draft);
        return Statement.newBuilder()
                .setId(ids.of(draft, words))
                .setArticleId(articleId)
                .setUrl(article.getUrl().orElse(null))
                .setOutlet(article.getOutlet().orElse(null))
                .setTitle(article.getTitle().orElse(null))
                .setPublishedAt(article.getPublishedAt())
                .setSource(source.code())
                .setSourceKind(source.actorKind())
                .setSourceText(source.text())
                .setTarget(target.code())
                .setTargetKind(target.actorKind())
                .setTargetText(target.text())
                .setEvent(draft.type())
                .setCameoRoot(EventTypes.cameoRoot(draft.type()))
                .setQuad(EventTypes.quad(draft.type(), sign))
                .setSign(sign)
                .setSentiment(sentiment.of(draft, scene))
                .setIntensity(draft.intensity())
                .setStatus(draft.status())
                .setSevereClass(severe(draft.severe(), scene))
                .setSpeaker(speaker == null ? null : speaker.text())
                .setSpeakerCountry(speaker == null ? null : speaker.code())
                .setQuoted(document.quoteAt(triggerBegin) != null)
                .setSentence(words)
                .setBegin(quotation.begin())
                .setEnd(quotation.end())
                .setTrigger(document.text().substring(triggerBegin, triggerEnd))
                .setTriggerBegin(triggerBegin)
                .setTriggerEnd(triggerEnd)
                .setRule(draft.rule())
                .setEntries(entries(draft))
                .setConfidence(reliability.likelihood(circumstances.features(
                        draft.rule(),
                        draft.type(),
                        draft.status(),
                        source.code(),
                        target.code(),
                        triggerBegin,
                        triggerEnd)))
                .setCoder(coder)
                .build();
    }

    /** The sentence; of a very long one, what stands around the trigger. */
    private Span quotation(Sentence sentence, int trigger) {
        if (sentence.end() - sentence.begin() <= Budget.LONGEST_QUOTATION) {
            return new Span(sentence.begin(), sentence.end());
        }
        int begin = whole(Math.max(sentence.begin(), trigger - Budget.LONGEST_QUOTATION / 2));
        return new Span(begin, whole(Math.min(sentence.end(), begin + Budget.LONGEST_QUOTATION)));
    }

    /** The offset itself, or the one behind if it stands inside a character of two halves. */
    private int whole(int offset) {
        String text = document.text();
        boolean inside = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
        return inside ? offset + 1 : offset;
    }

    /** The class alone; one that hangs on a word ("ties:diplomat|envoy") only if the sentence has one. */
    private static @Nullable String severe(@Nullable String mark, AnnotatedSentence scene) {
        int colon = mark == null ? -1 : mark.indexOf(':');
        if (mark == null || colon < 0) {
            return mark;
        }
        String[] words = mark.substring(colon + 1).split("\\|", -1);
        for (int i = 0; i < scene.tokens().size(); i++) {
            for (String word : words) {
                if (scene.lower(i).startsWith(word)) {
                    return mark.substring(0, colon);
                }
            }
        }
        return null;
    }

    private record Speaker(String text, @Nullable String code) {}

    private static @Nullable Speaker speaker(CandidateEvent draft) {
        boolean words =
                switch (draft.type()) {
                    case ACCUSE, REJECT, THREATEN, REQUEST, SUPPORT, STATEMENT, PROTEST, AGREE -> true;
                    default -> false;
                };
        String name = draft.voice().name();
        if (name != null) {
            for (Actor actor : draft.voice().actors()) {
                if (actor.direct()) {
                    return named(actor.mention());
                }
            }
            String code = draft.voice().actors().isEmpty()
                    ? null
                    : draft.voice().actors().get(0).code();
            return new Speaker(withoutArticle(name), code);
        }
        return words && draft.source().direct() ? named(draft.source().mention()) : null;
    }

    /** A bare country or bloc speaks for itself; people and organs are speakers. */
    private static @Nullable Speaker named(ActorMention mention) {
        boolean bare = mention.kind() == MentionKind.COUNTRY
                || mention.kind() == MentionKind.BLOC
                || mention.kind() == MentionKind.DEMONYM
                || mention.kind() == MentionKind.REFERENCE && mention.name() == null;
        return bare ? null : new Speaker(mention.text(), mention.code());
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

    private static List<String> entries(CandidateEvent draft) {
        List<String> entries = new ArrayList<>(draft.entries());
        entries.add(draft.source().mention().entry());
        entries.add(draft.target().mention().entry());
        return entries;
    }
}
