package io.entente.coder.rules.clause;

import io.entente.avro.Status;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import io.entente.language.Words;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who says each clause of a sentence, and whether what it reports happened, is announced, denied, or not reported at all. */
public final class FactualityResolver {
    private static final int DEPTH = 12;
    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final Attribution attribution;
    private final SpeechContents contents;
    private final NonfiniteClauses nonfinite;

    /** The context of the clause that has its verb at a token, once it was asked for. */
    private final @Nullable Factuality[] known;

    /**
     * The contexts of a sentence.
     *
     * @param outer the voice of a sentence that goes on with a quote begun before, otherwise the narrator
     */
    public FactualityResolver(AnnotatedSentence scene, PatternMatcher matcher, Speaker outer) {
        this.scene = scene;
        this.matcher = matcher;
        this.known = new Factuality[scene.tokens().size()];
        this.attribution = new Attribution(scene, matcher, outer);
        this.contents = new SpeechContents(scene, matcher, attribution);
        this.nonfinite = new NonfiniteClauses(scene, matcher, attribution, contents);
    }

    /** The voice that ends up carrying the sentence. */
    public Speaker last() {
        return attribution.last();
    }

    /** Whether the clause only says whose the words before it are. */
    public boolean attributes(Clause clause) {
        return attribution.attributes(clause);
    }

    public Factuality of(Clause clause) {
        return of(clause, DEPTH);
    }

    private Factuality of(Clause clause, int depth) {
        Factuality context = known[clause.verb()];
        if (context == null) {
            context = depth == 0 ? attribution.of(clause) : compute(clause, depth);
            context = subjunctive(clause) ? context.with(null) : context;
            known[clause.verb()] = context;
        }
        return context;
    }

    /** "suggested that X's troops be withdrawn": what is only wished for. */
    private boolean subjunctive(Clause clause) {
        return (clause.relation() == ClauseRelation.COMPLEMENT || clause.relation() == ClauseRelation.RELATIVE)
                && clause.modality() == Modality.NONE
                && clause.passive()
                && scene.lower(clause.first()).equals("be");
    }

    private Factuality compute(Clause clause, int depth) {
        Clause parent = clause.parent();
        if (parent == null) {
            return clause.relation() == ClauseRelation.ADVERBIAL && hypothetical(clause) || supposed()
                    ? attribution.of(clause).with(null)
                    : attribution.of(clause);
        }
        Factuality above = of(parent, depth - 1);
        if (clause.conjoined()) {
            return above;
        }
        if (clause.relation() == ClauseRelation.INFINITIVE
                || clause.relation() == ClauseRelation.GERUND
                || clause.relation() == ClauseRelation.COMPLEMENT) {
            above = above.with(status(parent, above, ownDuty(parent, above.voice())));
        }
        return switch (clause.relation()) {
            case MAIN -> attribution.of(clause);
            case COMPLEMENT -> contents.of(clause, parent, above);
            case INFINITIVE -> wondered(clause) ? above.with(null) : nonfinite.infinitive(clause, parent, above);
            case GERUND -> nonfinite.gerund(clause, parent, above);
            case PARTICIPLE -> nonfinite.participle(clause, parent, above);
            case RELATIVE ->
                vetoed(clause, parent)
                        ? above.with(null)
                        : relative(parent, aside(clause) ? outside(parent, depth) : above);
            case ADVERBIAL ->
                hypothetical(clause)
                        ? above.with(null)
                        : background(clause, parent)
                                ? above.with(Status.PAST).unsaid()
                                : above.beside().unsaid();
        };
    }

    /** Whether it is the speaker's own duty ("we must …"), so that it says what the speaker stands for. */
    private boolean ownDuty(Clause clause, Speaker voice) {
        Set<String> bound = Actor.codes(scene.agents(clause.subject()));
        return (voice.narrator() ? agreed() : voice.actors().isEmpty())
                || !bound.isEmpty() && Actor.codes(voice.actors()).containsAll(bound);
    }

    /** "vetoed a resolution that calls for …", "blocked a draft threatening X": what is kept from being adopted says nothing. */
    private boolean vetoed(Clause clause, Clause parent) {
        NounGroup paper = clause.antecedent();
        return paper != null
                && !clause.passive()
                && paper == parent.object()
                && scene.in(LexiconSet.VETOING, parent.lemma())
                && scene.document(paper);
    }

    /** "X and Y must …, the two presidents agreed": what they agree that they must do they stand for. */
    public boolean agreed() {
        return scene.parse().clauses().stream().anyMatch(clause -> matcher.operator(clause) == VerbClass.AGREE);
    }

    /** "have become rarer since the two cut ties": what began long ago. */
    private boolean background(Clause clause, Clause parent) {
        boolean since = "since".equals(clause.introducer()) && parent.perfect() && !clause.perfect();
        NounGroup subject = clause.subject();
        int first = subject == null ? clause.first() : Math.min(subject.first(), clause.first());
        return since || nonfinite.longBefore(clause.introducer(), first);
    }

    /** "debates whether to recall its envoy". */
    private boolean wondered(Clause clause) {
        int before = clause.first() - 1;
        before -= before > 0 && scene.lower(before).equals("to") ? 1 : 0;
        return before >= 0 && scene.lower(before).equals("whether");
    }

    private static boolean hypothetical(Clause clause) {
        return FunctionWords.HYPOTHETICAL.has(clause.introducer());
    }

    /** Whether a comma parts a clause from what it describes, so that it is reported by itself: "asked X to free it, an appeal which Y rejected". */
    private boolean aside(Clause clause) {
        NounGroup antecedent = clause.antecedent();
        return clause.finite() && antecedent != null && (comma(antecedent.last()) || comma(antecedent.first() - 1));
    }

    private boolean comma(int token) {
        return token > 0 && token < scene.tokens().size() && scene.lower(token).equals(",");
    }

    /** The context of the finite clause in which an infinitive or gerund stands. */
    private Factuality outside(Clause clause, int depth) {
        Clause at = clause;
        for (int i = 0; i < depth && at.parent() != null && !at.finite(); i++) {
            at = at.parent();
        }
        return of(at, depth - 1);
    }

    private Factuality relative(Clause parent, Factuality above) {
        Factuality told = above.beside().unsaid();
        return matcher.operator(parent) == VerbClass.THANK
                ? new Factuality(told.status(), told.voice(), scene.agents(parent.subject()), false)
                : told;
    }

    /** What a clause's own negation and modality make of its context's status; null if it reports no act. */
    @Nullable
    public Status status(Clause clause, Factuality context, boolean speakerActs) {
        Status status = context.status();
        if (status == null) {
            return null;
        }
        boolean shared = clause.relation() == ClauseRelation.GERUND || clause.relation() == ClauseRelation.INFINITIVE;
        boolean nothing = scene.in(LexiconSet.DELIVERING, clause.lemma()) && scene.denies(clause.object());
        if (clause.negated() || nothing || !shared && scene.denies(clause.subject())) {
            return status == Status.DENIED ? Status.ASSERTED : Status.DENIED;
        }
        return switch (clause.modality()) {
            case NONE -> status;
            case FUTURE -> status == Status.DENIED ? status : guessed(context) ? null : Status.INTENDED;
            case WOULD -> status == Status.DENIED ? status : announced(context) ? Status.INTENDED : null;
            case POSSIBLE -> status == Status.INTENDED ? status : null;
            case DUTY -> speakerActs ? status : null;
        };
    }

    private boolean announced(Factuality context) {
        return (context.said() || context.status() == Status.INTENDED) && !guessed(context);
    }

    /** "X will strike Y, analysts say": nobody who could do so announces it. */
    private boolean guessed(Factuality context) {
        String speaker = context.voice().name();
        return speaker != null
                && context.voice().actors().isEmpty()
                && Stream.of(speaker.toLowerCase(Locale.ROOT).split(" "))
                        .anyMatch(word -> scene.in(LexiconSet.PRIVATE, Words.singular(word)));
    }

    /** "Suppose X invaded Y", "Imagine that X …", "Were X to invade Y, …". */
    private boolean supposed() {
        String opener = scene.lower(0);
        return opener.equals("were") || scene.in(LexiconSet.IMAGINING, opener);
    }

    public static boolean demands(Clause clause) {
        return clause.modality() == Modality.DUTY && !clause.negated();
    }
}
