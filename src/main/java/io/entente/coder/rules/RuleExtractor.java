package io.entente.coder.rules;

import io.entente.actor.ActorMention;
import io.entente.actor.TaggedDocument;
import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.extract.NameMarks;
import io.entente.coder.extract.TargetedExtractor;
import io.entente.coder.extract.ToneAnalyzer;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.AnyTarget;
import io.entente.coder.rules.clause.FactualityResolver;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.QuoteSpeakers;
import io.entente.coder.rules.clause.Speaker;
import io.entente.coder.rules.clause.StatementAuthors;
import io.entente.coder.rules.discourse.EventHistory;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.DomainFilter;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.LexiconTable;
import io.entente.coder.rules.rule.SentenceCoder;
import io.entente.language.ClauseParser;
import io.entente.language.Words;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import io.entente.table.TsvRow;
import io.entente.table.UserTables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds events by rules: sentences, actors, clauses, and what the event lexicon knows of their verbs and nouns. */
public final class RuleExtractor implements TargetedExtractor, ToneAnalyzer {
    static final String NAME = "rules";

    private final Words words;
    private final EventLexicon lexicon;
    private final ClauseParser parser;
    private final DomainFilter domains;
    private final EventWriter writer;
    private final Tone tone;
    private final Set<ActorKind> parties;

    private RuleExtractor(Words words, EventLexicon lexicon, Set<ActorKind> parties) {
        this.parties = parties;
        this.words = words;
        this.lexicon = lexicon;
        this.parser = new ClauseParser(words);
        this.domains = new DomainFilter(lexicon);
        this.writer = new EventWriter(lexicon);
        this.tone = new Tone(lexicon, words);
    }

    /**
     * The rules with the dictionaries that ship with the program and an event lexicon that the tables of a folder extend.
     *
     * @param events folder with {@code verbs.tsv}, {@code verbs-….tsv}, {@code nouns.tsv} and so on, or null
     * @param parties the kinds of actors between which events are found
     * @throws io.entente.table.TableException if there is no such folder or one of its lines cannot be used
     */
    static RuleExtractor load(@Nullable Path events, Set<ActorKind> parties) {
        UserTables<LexiconTable> own = UserTables.read(LexiconTable.class, events);
        List<TsvRow> forms = new ArrayList<>();
        own.each(LexiconTable.FORMS, forms::add);
        Words words = Words.load(forms);
        EventLexicon lexicon = EventLexicon.load(own, words);
        own.check();
        return new RuleExtractor(words, lexicon, parties);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CodedEvent> extract(TaggedDocument document, LocalDate date, List<CodedEvent> earlier) {
        List<CodedEvent> events = new ArrayList<>(earlier);
        events.addAll(events(document, date, false));
        return events;
    }

    @Override
    public List<CodedEvent> toward(TaggedDocument document, LocalDate date, String target) {
        return events(new AnyTarget(target).in(document), date, true).stream()
                .filter(event -> event.target().code().equals(target))
                .toList();
    }

    @Override
    public double tone(Document document) {
        return tone.of(document);
    }

    /** @param anybody whether acts count that nobody is named for */
    private List<CodedEvent> events(TaggedDocument tagged, LocalDate date, boolean anybody) {
        List<CodedEvent> events = new ArrayList<>();
        EventHistory history = new EventHistory();
        List<Sentence> sentences = tagged.document().sentences();
        List<List<ActorMention>> mentions = bySentence(tagged);
        QuoteSpeakers speakers =
                new QuoteSpeakers(tagged.document(), i -> factuality(sentences.get(i), mentions.get(i), anybody));
        StatementAuthors authors = new StatementAuthors(tagged.document());
        boolean statement = authors.any();
        for (int i = 0; i < sentences.size(); i++) {
            history.next();
            boolean quoted = i + 1 < sentences.size() && speakers.quotes(i + 1);
            boolean own = statement && authors.speakIn(sentences.get(i));
            if (!anybody
                    && history.silent()
                    && !quoted
                    && !statement
                    && alone(mentions.get(i))
                    && history.movers().isEmpty()
                    && !replies(sentences, mentions, i)
                    && !replies(sentences, mentions, i + 1)
                    && !recalled(sentences, mentions, i)
                    && !speakers.quotes(i)) {
                continue;
            }
            AnnotatedSentence sentence = annotated(sentences.get(i), mentions.get(i), anybody);
            if (sentence == null) {
                continue;
            }
            Speaker outer = own ? authors.speaker() : speakers.outer(i);
            SentenceCodingState state = SentenceCodingState.of(sentence, lexicon, history, outer, anybody);
            List<CandidateEvent> candidates = new SentenceCoder(state, history, date).code();
            boolean weather = domains.weather(sentences.get(i));
            if (anybody && (weather || domains.sentence(sentences.get(i)))) {
                candidates.removeIf(candidate -> !EventTypes.opinion(candidate.type()));
            }
            if (weather) {
                candidates.removeIf(candidate -> candidate.impersonalHarm() && !political(candidate));
            }
            if (!anybody) {
                candidates.removeIf(candidate -> !party(candidate.source()) || !party(candidate.target()));
            }
            writer.write(tagged.document().text(), i, sentence, candidates, events);
            speakers.heard(state.contexts().last());
            if (statement) {
                authors.read(sentence, state.contexts().last());
            }
        }
        return events;
    }

    /** "blamed X for the floods": what no storm does. */
    private boolean political(CandidateEvent candidate) {
        boolean said = EventTypes.opinion(candidate.type()) || candidate.type() == EventType.PROTEST;
        return said && candidate.entries().stream().noneMatch(verb -> lexicon.in(LexiconSet.BUFFETING, verb));
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

    /** Whether a sentence says what one state does about the sentence before, which names another: "X recalls its envoy". */
    private boolean replies(List<Sentence> sentences, List<List<ActorMention>> mentions, int i) {
        boolean others = i > 0
                && i < sentences.size()
                && !mentions.get(i).isEmpty()
                && mentions.get(i - 1).stream().anyMatch(mention -> !mention.code()
                        .equals(mentions.get(i).get(0).code()));
        return others
                && sentences.get(i).tokens().stream().anyMatch(token -> lexicon.in(LexiconSet.REPLYING, token.lower()));
    }

    /** Whether one of the two sentences after a sentence names somebody and points back to what it says: "X condemned the move". */
    private boolean recalled(List<Sentence> sentences, List<List<ActorMention>> mentions, int i) {
        for (int next = i + 1; next < Math.min(i + 3, sentences.size()); next++) {
            if (!mentions.get(i).isEmpty() && !mentions.get(next).isEmpty() && pointsBack(sentences.get(next))) {
                return true;
            }
        }
        return false;
    }

    private boolean pointsBack(Sentence sentence) {
        for (Token token : sentence.tokens()) {
            if (lexicon.in(LexiconSet.MOVE, token.lower())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence names one actor at most, so that it says nothing of two unless it points back to others. */
    private static boolean alone(List<ActorMention> mentions) {
        for (ActorMention mention : mentions) {
            boolean posted = mention.post() != null;
            if (posted || !mention.code().equals(mentions.get(0).code())) {
                return false;
            }
        }
        return true;
    }

    /** The sentence with its clauses and actors, or null if nothing in it can be coded. */
    private @Nullable AnnotatedSentence annotated(Sentence sentence, List<ActorMention> mentions, boolean anybody) {
        if (mentions.isEmpty() || !anybody && domains.sentence(sentence)) {
            return null;
        }
        AnnotatedSentence annotated = new AnnotatedSentence(
                parser.parse(sentence, NameMarks.of(sentence, mentions)), mentions, lexicon, words);
        if (anybody) {
            AnyTarget.name(annotated);
        }
        return annotated;
    }

    private @Nullable FactualityResolver factuality(Sentence sentence, List<ActorMention> mentions, boolean anybody) {
        AnnotatedSentence annotated = annotated(sentence, mentions, anybody);
        return annotated == null
                ? null
                : new FactualityResolver(annotated, new PatternMatcher(lexicon, annotated), Speaker.NARRATOR);
    }
}
