package io.entente.coder;

import io.entente.actor.ActorMention;
import io.entente.actor.ActorTagger;
import io.entente.actor.TaggedDocument;
import io.entente.article.Articles;
import io.entente.avro.ActorKind;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.avro.MentionKind;
import io.entente.avro.Statement;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.AnyTarget;
import io.entente.coder.rules.clause.FactualityResolver;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.QuoteSpeakers;
import io.entente.coder.rules.clause.Speaker;
import io.entente.coder.rules.lexicon.DomainFilter;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.EventTypes;
import io.entente.coder.rules.lexicon.LexiconTable;
import io.entente.coder.rules.rule.CandidateEvent;
import io.entente.coder.rules.rule.EventHistory;
import io.entente.coder.rules.rule.SentenceCoder;
import io.entente.coder.rules.rule.SentenceCodingState;
import io.entente.coder.rules.rule.TargetSentiment;
import io.entente.language.ClauseParser;
import io.entente.language.Document;
import io.entente.language.LanguageGuesser;
import io.entente.language.Segmenter;
import io.entente.language.Sentence;
import io.entente.language.Words;
import io.entente.table.TsvRow;
import io.entente.table.UserTables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The coder: sentences, actors, clauses, and what they say of one another. */
public final class ArticleCoder implements Coder {
    /** Between whom statements are made unless said otherwise. */
    public static final Set<ActorKind> PARTIES = Set.of(ActorKind.COUNTRY, ActorKind.BLOC);

    private static final String NAME = "entente-coder 1";
    private static final long STATEMENT_BYTES = 4L << 20;
    private static final long MENTION_BYTES = 2L << 20;

    private final ActorTagger tagger;
    private final Words words;
    private final EventLexicon lexicon;
    private final Segmenter segmenter = new Segmenter();
    private final ClauseParser parser;
    private final LanguageGuesser guesser = LanguageGuesser.load();
    private final TargetSentiment sentiment;
    private final Reliability reliability = Reliability.load();
    private final Tone tone;
    private final DomainFilter unpolitical;
    private final Set<ActorKind> parties;

    private ArticleCoder(ActorTagger tagger, Words words, EventLexicon lexicon, Set<ActorKind> parties) {
        this.tagger = tagger;
        this.words = words;
        this.lexicon = lexicon;
        this.parser = new ClauseParser(words);
        this.sentiment = new TargetSentiment(lexicon);
        this.tone = new Tone(lexicon);
        this.unpolitical = new DomainFilter(lexicon);
        this.parties = parties;
    }

    /** The coder with the dictionaries that ship with the program, finding actors by {@code tagger}. */
    public static ArticleCoder of(ActorTagger tagger) {
        return of(tagger, null);
    }

    /**
     * The coder with the dictionaries that ship with the program and an event lexicon that the tables of a folder extend.
     *
     * @param events folder with {@code verbs.tsv}, {@code verbs-….tsv}, {@code nouns.tsv} and so on, or null
     * @throws io.entente.table.TableException if there is no such folder or one of its lines cannot be used
     */
    public static ArticleCoder of(ActorTagger tagger, @Nullable Path events) {
        UserTables<LexiconTable> own = UserTables.read(LexiconTable.class, events);
        List<TsvRow> forms = new ArrayList<>();
        own.each(LexiconTable.FORMS, forms::add);
        Words words = Words.load(forms);
        EventLexicon lexicon = EventLexicon.load(own, words);
        own.check();
        return new ArticleCoder(tagger, words, lexicon, PARTIES);
    }

    /** The same coder, but with statements between all actors of {@code kinds}. */
    public ArticleCoder withParties(Set<ActorKind> kinds) {
        return new ArticleCoder(tagger, words, lexicon, Set.copyOf(kinds));
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
            StatementWriter writer = new StatementWriter(article, id, document, NAME, sentiment, reliability);
            enriched.setStatements(statements(tagged, date, writer, false)).setTone(tone.of(document));
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
        TaggedDocument tagged = new AnyTarget(text).in(tagger.tag(document, date));
        StatementWriter writer =
                new StatementWriter(article, Articles.id(article), document, NAME, sentiment, reliability);
        return statements(tagged, date, writer, true).stream()
                .filter(statement -> statement.getTarget().equals(text))
                .toList();
    }

    private String language(Article article, Document document) {
        return article.getLanguage().filter(tag -> !tag.isBlank()).orElseGet(() -> guesser.guess(document));
    }

    private static boolean english(String language) {
        return language.equals("en") || language.startsWith("en-");
    }

    private List<Statement> statements(TaggedDocument tagged, LocalDate date, StatementWriter writer, boolean anybody) {
        List<Statement> statements = new ArrayList<>();
        Budget budget = new Budget(STATEMENT_BYTES);
        EventHistory discourse = new EventHistory();
        List<Sentence> sentences = tagged.document().sentences();
        List<List<ActorMention>> mentions = bySentence(tagged);
        QuoteSpeakers speakers =
                new QuoteSpeakers(tagged.document(), i -> contexts(sentences.get(i), mentions.get(i), anybody));
        for (int i = 0; i < sentences.size(); i++) {
            discourse.next();
            boolean quoted = i + 1 < sentences.size() && speakers.quotes(i + 1);
            if (!anybody && discourse.silent() && !quoted && alone(mentions.get(i)) && !speakers.quotes(i)) {
                continue;
            }
            AnnotatedSentence scene = scene(sentences.get(i), mentions.get(i), anybody);
            if (scene == null) {
                continue;
            }
            SentenceCodingState stage = SentenceCodingState.of(scene, lexicon, discourse, speakers.outer(i), anybody);
            List<CandidateEvent> drafts = new SentenceCoder(stage, date).code();
            if (anybody && (unpolitical.sentence(sentences.get(i)) || unpolitical.weather(sentences.get(i)))) {
                drafts.removeIf(draft -> !EventTypes.opinion(draft.type()));
            }
            if (!anybody) {
                drafts.removeIf(draft -> !party(draft.source()) || !party(draft.target()));
            }
            if (!drafts.isEmpty()) {
                ReliabilityFeatures circumstances = writer.circumstances(scene, drafts);
                for (CandidateEvent draft : drafts) {
                    Statement statement = writer.write(draft, scene, circumstances);
                    if (!budget.take(characters(statement))) {
                        return statements;
                    }
                    statements.add(statement);
                }
            }
            speakers.heard(stage.contexts().last());
        }
        return statements;
    }

    private boolean party(Actor actor) {
        return parties.contains(actor.mention().actorKind());
    }

    private static List<List<ActorMention>> bySentence(TaggedDocument tagged) {
        List<List<ActorMention>> lists = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < tagged.document().sentences().size(); i++) {
            int first = next;
            while (next < tagged.mentions().size()
                    && tagged.mentions().get(next).sentence() <= i) {
                next++;
            }
            lists.add(tagged.mentions().subList(first, next));
        }
        return lists;
    }

    /** Whether a sentence names one actor at most, so that it says nothing of two unless it points back to others. */
    private static boolean alone(List<ActorMention> mentions) {
        for (ActorMention mention : mentions) {
            boolean posted = mention.role() != null && mention.role().contains(" to ");
            if (posted || !mention.code().equals(mentions.get(0).code())) {
                return false;
            }
        }
        return true;
    }

    /** The sentence with its clauses and actors, or null if nothing in it can be coded. */
    private @Nullable AnnotatedSentence scene(Sentence sentence, List<ActorMention> mentions, boolean anybody) {
        if (mentions.isEmpty() || !anybody && unpolitical.sentence(sentence)) {
            return null;
        }
        AnnotatedSentence scene =
                new AnnotatedSentence(parser.parse(sentence, names(sentence, mentions)), mentions, lexicon, words);
        if (anybody) {
            AnyTarget.name(scene);
        }
        return scene;
    }

    private @Nullable FactualityResolver contexts(Sentence sentence, List<ActorMention> mentions, boolean anybody) {
        AnnotatedSentence scene = scene(sentence, mentions, anybody);
        return scene == null
                ? null
                : new FactualityResolver(scene, new PatternMatcher(lexicon, scene), Speaker.NARRATOR);
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

    private static byte[] names(Sentence sentence, List<ActorMention> mentions) {
        byte[] names = new byte[sentence.tokens().size()];
        for (ActorMention mention : mentions) {
            boolean adjective = mention.kind() == MentionKind.DEMONYM && mention.role() == null;
            if (mention.kind() == MentionKind.REFERENCE && mention.last() - mention.first() == 1) {
                continue;
            }
            for (int i = mention.first(); i < mention.last(); i++) {
                names[i] = adjective ? ClauseParser.DEMONYM : ClauseParser.NAME;
            }
        }
        return names;
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
