package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.actor.Post;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.lexicon.AdjunctEntry;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.SentenceParse;
import io.entente.language.Words;
import io.entente.language.segment.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sentence with its clauses and its actors: who stands in which noun group. */
public final class AnnotatedSentence {
    private final SentenceParse parse;
    private final List<Token> tokens;
    private final List<ActorMention> mentions;
    private final EventLexicon lexicon;
    private final Words words;
    private final @Nullable String[] singulars;
    private final NamedActors naming;
    private final NearestActors nearest;
    private final Agency agency;

    /** What was found of the noun group that has its head at a token. */
    private final @Nullable Known[] known;

    /** What was found of a noun group so far. */
    private static final class Known {
        private @Nullable List<Actor> actors;
        private @Nullable NounEntry event;
        private boolean eventSought;
    }

    public AnnotatedSentence(SentenceParse parse, List<ActorMention> mentions, EventLexicon lexicon, Words words) {
        this.parse = parse;
        this.tokens = parse.sentence().tokens();
        this.mentions = mentions;
        this.lexicon = lexicon;
        this.words = words;
        this.singulars = new String[tokens.size()];
        this.naming = new NamedActors(this, lexicon);
        this.nearest = new NearestActors(this);
        this.agency = new Agency(this, lexicon);
        this.known = new Known[tokens.size()];
    }

    public SentenceParse parse() {
        return parse;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public List<ActorMention> mentions() {
        return mentions;
    }

    public String lower(int token) {
        return tokens.get(token).lower();
    }

    /** The token's singular, if it looks like a plural. */
    public String singular(int token) {
        String singular = singulars[token];
        if (singular == null) {
            singular = Words.singular(lower(token));
            singulars[token] = singular;
        }
        return singular;
    }

    public String head(NounGroup group) {
        return tokens.get(group.head()).lower();
    }

    String lemma(int token) {
        return words.lemma(tokens.get(token).lower());
    }

    String text(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < last; i++) {
            if (i > first && tokens.get(i - 1).end() < tokens.get(i).begin()) {
                text.append(' ');
            }
            text.append(tokens.get(i).text());
        }
        return text.toString();
    }

    /** The actors that a group and what is coordinated with it name or belong to. */
    public List<Actor> actors(@Nullable NounGroup group) {
        if (group == null) {
            return List.of();
        }
        Known of = known(group);
        List<Actor> actors = of.actors;
        if (actors == null) {
            actors = List.copyOf(naming.actors(group));
            of.actors = actors;
        }
        return actors;
    }

    private Known known(NounGroup group) {
        Known of = known[group.head()];
        if (of == null) {
            of = new Known();
            known[group.head()] = of;
        }
        return of;
    }

    /** Lets a group that names nobody stand for {@code actors}. */
    void stand(NounGroup group, List<Actor> actors) {
        known(group).actors = actors.stream()
                .map(actor -> new Actor(actor.mention(), group, true))
                .toList();
    }

    /**
     * The actors that a group names other than {@code excluded}, or else those in what hangs on it, the nearest first.
     *
     * @param places whether a place where something happens counts
     */
    public List<Actor> nearest(@Nullable NounGroup group, Set<String> excluded, boolean places) {
        return nearest.of(group, excluded, places);
    }

    /**
     * Whom a pronoun that is not a subject means where it seems to mean {@code sources}: never its own clause's subject, but whoever
     * was named last before it.
     */
    List<Actor> other(NounGroup group, Set<String> sources) {
        return nearest.other(group, sources);
    }

    /** The country or bloc to which an envoy or embassy that the group names is accredited ("its ambassador to Bolivia"). */
    List<Actor> host(NounGroup group) {
        List<Actor> found = new ArrayList<>(1);
        for (Actor actor : actors(group)) {
            Post post = actor.mention().post();
            if (post != null) {
                found.add(new Actor(actor.mention().of(post.code(), post.kind()), group, false));
            }
        }
        return found;
    }

    /** Whether the actor is only where something happens ("in Berlin"). */
    public static boolean place(Actor actor) {
        String preposition = actor.group().preposition();
        MentionKind kind = actor.mention().kind();
        return FunctionWords.LOCATION.has(preposition)
                && (kind == MentionKind.CAPITAL || kind == MentionKind.COUNTRY || kind == MentionKind.DEMONYM);
    }

    /** The actors that may act through this group: not analysts, farmers or companies of a country. */
    public List<Actor> agents(@Nullable NounGroup group) {
        List<Actor> found = new ArrayList<>(2);
        for (Actor actor : actors(group)) {
            if (actor.mention().confidence() >= 0.6 && agency.acts(actor)) {
                found.add(actor);
            }
        }
        return found;
    }

    /** Whether the words are a place's name before a noun, "Mali blasts", and no adjective, genitive or abbreviation. */
    boolean placeName(ActorMention mention) {
        return agency.placeName(mention);
    }

    /** Whether the actor's name only distinguishes a matter from others: "the Iraq war", "the Kosovo question". */
    public boolean topic(Actor actor) {
        return agency.topic(actor);
    }

    /** Whether the group's noun names people, in office or private. */
    public boolean person(NounGroup group) {
        return agentive(group) || lexicon.in(LexiconSet.PRIVATE, singular(group.head()));
    }

    boolean agentive(NounGroup group) {
        return lexicon.in(LexiconSet.AGENT, singular(group.head()));
    }

    /** Whether the group names by itself what its owner does beside the clause: "with X's help". */
    boolean aside(NounGroup group) {
        AdjunctEntry adjunct = group.preposition() == null ? null : lexicon.adjunct(group.preposition(), head(group));
        return adjunct != null && adjunct.named();
    }

    /** Whether a group is one of this sentence: an actor may stand in an earlier one. */
    public boolean contains(NounGroup group) {
        return parse.groups().contains(group);
    }

    /** Whether a word belongs to a set of the lexicon. */
    public boolean in(LexiconSet set, String word) {
        return lexicon.in(set, word);
    }

    /** Whether it is a paper in which somebody says something: "a resolution calling X an enemy". */
    boolean document(NounGroup group) {
        return lexicon.in(LexiconSet.DOCUMENT, singular(group.head()));
    }

    /** Whether the group only points back to something mentioned before: "the move", "this step", "them". */
    public boolean pointsBack(NounGroup group) {
        String head = head(group);
        NounEntry noun = event(group);
        return head.equals("it")
                || head.equals("them")
                || head.equals("this")
                || noun != null && noun.has(NounMark.ECHO);
    }

    /** "Neither X nor Y", "nobody in X", "no X". */
    public boolean denies(@Nullable NounGroup subject) {
        if (subject == null) {
            return false;
        }
        int opener = subject.first();
        boolean quoted = lower(opener).equals("\"") && opener < subject.head();
        return FunctionWords.NOBODY.has(lower(quoted ? opener + 1 : opener));
    }

    boolean quantity(NounGroup group) {
        String head = head(group);
        return lexicon.in(LexiconSet.MEASURE, head)
                || number(tokens.get(group.head()).text());
    }

    static boolean number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The event noun that a group is about: its head, or else a noun of it ("protest note", "air strikes"). */
    @Nullable
    public NounEntry event(NounGroup group) {
        Known of = known(group);
        if (!of.eventSought) {
            of.eventSought = true;
            of.event = act(group);
        }
        return of.event;
    }

    private @Nullable NounEntry act(NounGroup group) {
        NounEntry entry = compound(group.head());
        entry = entry == null ? lexicon.nounOf(head(group)) : entry;
        for (int i = group.head() - 1; entry == null && i >= group.first() && i >= group.head() - 2; i--) {
            entry = covered(i) ? null : lexicon.nounOf(lower(i));
        }
        if (entry == null && quantity(group) && !group.modifiers().isEmpty()) {
            entry = event(group.modifiers().get(0));
        }
        return entry;
    }

    /** "cyber-attack", "air-strike": what both words mean together. */
    private @Nullable NounEntry compound(int head) {
        boolean joined = head > 1 && lower(head - 1).equals("-");
        return joined ? lexicon.nounOf(lower(head - 2) + singular(head)) : null;
    }

    public boolean covered(int token) {
        for (ActorMention mention : mentions) {
            if (mention.first() <= token && token < mention.last()) {
                return true;
            }
        }
        return false;
    }

    /** The verb's name in the lexicon: plain form, with its particle after a dot. */
    public static String key(Clause clause) {
        return clause.particle() == null ? clause.lemma() : clause.lemma() + "." + clause.particle();
    }
}
