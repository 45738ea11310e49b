package io.entente.coder;

import io.entente.actor.ActorMention;
import io.entente.avro.Article;
import io.entente.avro.Statement;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.EventTypes;
import io.entente.digest.StatementIds;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the records of one article's statements. */
final class StatementWriter {
    private final Article article;
    private final String articleId;
    private final Document document;
    private final String coder;
    private final @Nullable String credit;
    private final StatementIds ids;

    /**
     * @param credit news agency that the article credits; null if none
     * @param coder name and version of the program that coded the article
     */
    StatementWriter(Article article, String articleId, @Nullable String credit, Document document, String coder) {
        this.article = article;
        this.articleId = articleId;
        this.document = document;
        this.credit = credit;
        this.coder = coder;
        this.ids = new StatementIds(articleId);
    }

    Statement write(CodedEvent event) {
        Sentence sentence = document.sentences().get(event.sentence());
        Span quotation = quotation(sentence, event.triggerBegin());
        String words = document.text().substring(quotation.begin(), quotation.end());
        ActorMention source = event.source();
        ActorMention target = event.target();
        int sign = event.sign();
        return Statement.newBuilder()
                .setId(ids.of(source.code(), target.code(), event.type().name(), words))
                .setArticleId(articleId)
                .setUrl(article.getUrl().orElse(null))
                .setOutlet(article.getOutlet().orElse(null))
                .setCredit(credit)
                .setTitle(article.getTitle().orElse(null))
                .setPublishedAt(article.getPublishedAt())
                .setSource(source.code())
                .setSourceKind(source.actorKind())
                .setSourceText(source.text())
                .setTarget(target.code())
                .setTargetKind(target.actorKind())
                .setTargetText(target.text())
                .setEvent(event.type())
                .setCameoRoot(EventTypes.cameoRoot(event.type()))
                .setQuad(EventTypes.quad(event.type(), sign))
                .setSign(sign)
                .setSentiment(event.sentiment())
                .setIntensity(event.intensity())
                .setStatus(event.status())
                .setSevereClass(event.severeClass())
                .setSpeaker(event.speaker())
                .setSpeakerCountry(event.speakerCountry())
                .setQuoted(document.quoteAt(event.triggerBegin()) != null)
                .setSentence(words)
                .setBegin(quotation.begin())
                .setEnd(quotation.end())
                .setTrigger(document.text().substring(event.triggerBegin(), event.triggerEnd()))
                .setTriggerBegin(event.triggerBegin())
                .setTriggerEnd(event.triggerEnd())
                .setRule(event.rule())
                .setEntries(entries(event))
                .setConfidence(event.confidence())
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

    /** The offset itself, or the one after if it stands inside a character of two halves. */
    private int whole(int offset) {
        String text = document.text();
        boolean inside = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
        return inside ? offset + 1 : offset;
    }

    private static List<String> entries(CodedEvent event) {
        List<String> entries = new ArrayList<>(event.entries());
        entries.add(event.source().entry());
        entries.add(event.target().entry());
        return entries;
    }
}
