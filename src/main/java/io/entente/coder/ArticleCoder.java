package io.entente.coder;

import io.entente.actor.ActorMention;
import io.entente.actor.ActorTagger;
import io.entente.actor.TaggedDocument;
import io.entente.article.Articles;
import io.entente.article.text.LanguageTags;
import io.entente.article.text.WireCredit;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.avro.Statement;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.ExtractorException;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.coder.extract.StatementExtractor;
import io.entente.coder.extract.TargetedExtractor;
import io.entente.coder.extract.ToneAnalyzer;
import io.entente.language.segment.Document;
import io.entente.language.segment.LanguageGuesser;
import io.entente.language.segment.Segmenter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coder: segments an article, guesses its language, tags its actors, and lets its extractors find the events. It owns what every
 * extractor needs, and writes the statements.
 */
public final class ArticleCoder implements Coder, AutoCloseable {
    private static final String NAME = "entente-coder 1";
    private static final long STATEMENT_BYTES = 4L << 20;
    private static final long MENTION_BYTES = 2L << 20;

    private final ActorTagger tagger;
    private final List<StatementExtractor> extractors;
    private final Segmenter segmenter = new Segmenter();
    private final LanguageGuesser guesser = LanguageGuesser.load();
    private final LanguageTags languages = new LanguageTags();
    private final WireCredit credits = WireCredit.bundled();

    /**
     * The coder of these parts.
     *
     * @param tagger finds the actors
     * @param extractors find the events, each given what those before it found
     */
    public ArticleCoder(ActorTagger tagger, List<StatementExtractor> extractors) {
        this.tagger = tagger;
        this.extractors = List.copyOf(extractors);
    }

    /** The coder with the extractors and dictionaries that ship with the program, finding actors by {@code tagger}. */
    public static ArticleCoder of(ActorTagger tagger) {
        return of(tagger, ExtractorSettings.DEFAULT);
    }

    /**
     * The coder with the extractors that {@code settings} name.
     *
     * @throws io.entente.table.TableException if the tables of the settings cannot be used
     * @throws io.entente.coder.extract.ExtractorException if there is no such extractor or it cannot be made
     */
    public static ArticleCoder of(ActorTagger tagger, ExtractorSettings settings) {
        return new ArticleCoder(tagger, Extractors.load(settings));
    }

    @Override
    public EnrichedArticle code(Article article) {
        Document document = segmenter.segment(article.getTitle().orElse(null), article.getBody());
        LocalDate date = article.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        TaggedDocument tagged = tagger.tag(document, date);
        String language = language(article, document);
        String id = Articles.id(article);
        EnrichedArticle.Builder enriched = EnrichedArticle.newBuilder()
                .setId(id)
                .setUrl(article.getUrl().orElse(null))
                .setOutlet(article.getOutlet().orElse(null))
                .setTitle(article.getTitle().orElse(null))
                .setBody(article.getBody())
                .setLanguage(language)
                .setPublishedAt(article.getPublishedAt())
                .setFetchedAt(article.getFetchedAt().orElse(null))
                .setMentions(mentions(tagged))
                .setUnresolved(tagged.unresolved())
                .setCoder(NAME);
        if (english(language)) {
            enriched.setStatements(write(article, id, document, events(tagged, date)))
                    .setTone(tone(document));
        } else {
            enriched.setStatements(List.of());
        }
        return enriched.build();
    }

    /**
     * What an article expresses toward whomever or whatever {@code text} names, whoever expresses it: each statement has
     * {@code text} for its target and for its source an actor's code, the words that name the source, or nothing where no words do.
     *
     * @param text words as they stand in the article, from one word's begin to another's end, or an actor's code
     */
    public List<Statement> toward(Article article, String text) {
        Document document = segmenter.segment(article.getTitle().orElse(null), article.getBody());
        if (!english(language(article, document))) {
            return List.of();
        }
        LocalDate date = article.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        TargetedExtractor targeted = first(TargetedExtractor.class);
        if (targeted == null) {
            throw new ExtractorException(
                    "no extractor of entente.coder finds what is expressed toward any words: add 'rules'");
        }
        return write(article, Articles.id(article), document, targeted.toward(tagger.tag(document, date), date, text));
    }

    /** Closes the extractors. */
    @Override
    public void close() {
        extractors.forEach(StatementExtractor::close);
    }

    private <T> @Nullable T first(Class<T> kind) {
        return extractors.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Double tone(Document document) {
        ToneAnalyzer analyzer = first(ToneAnalyzer.class);
        return analyzer == null ? null : analyzer.tone(document);
    }

    private List<CodedEvent> events(TaggedDocument tagged, LocalDate date) {
        List<CodedEvent> events = List.of();
        for (StatementExtractor extractor : extractors) {
            events = extractor.extract(tagged, date, events);
        }
        return events;
    }

    private List<Statement> write(Article article, String id, Document document, List<CodedEvent> events) {
        String credit = credits.of(article.getBody()).orElse(null);
        StatementWriter writer = new StatementWriter(article, id, credit, document, NAME);
        List<Statement> statements = new ArrayList<>(events.size());
        Budget budget = new Budget(STATEMENT_BYTES);
        for (CodedEvent event : events) {
            Statement statement = writer.write(event);
            if (!budget.take(characters(statement))) {
                break;
            }
            statements.add(statement);
        }
        return statements;
    }

    private String language(Article article, Document document) {
        return article.getLanguage()
                .flatMap(languages::normalize)
                .map(declared -> guesser.check(declared, document))
                .orElseGet(() -> guesser.guess(document));
    }

    private static boolean english(String language) {
        return language.equals("en") || language.startsWith("en-");
    }

    private static int characters(Statement statement) {
        return statement.getSentence().length()
                + statement.getTrigger().length()
                + statement.getSourceText().map(String::length).orElse(0)
                + statement.getTargetText().map(String::length).orElse(0)
                + statement.getUrl().map(String::length).orElse(0)
                + statement.getTitle().map(String::length).orElse(0)
                + statement.getSpeaker().map(String::length).orElse(0);
    }

    private static List<Mention> mentions(TaggedDocument tagged) {
        List<Mention> mentions = new ArrayList<>(tagged.mentions().size());
        Budget budget = new Budget(MENTION_BYTES);
        for (ActorMention mention : tagged.mentions()) {
            if (!budget.take(mention.text().length())) {
                break;
            }
            mentions.add(new Mention(
                    mention.begin(),
                    mention.end(),
                    mention.text(),
                    mention.code(),
                    mention.actorKind(),
                    mention.kind(),
                    mention.name(),
                    mention.role(),
                    mention.entry(),
                    mention.confidence()));
        }
        return mentions;
    }
}
