package io.entente.coder.rules.clause;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who says each clause of a sentence, and whether what it tells happened, is announced, denied, or not reported at all. */
public final class FactualityResolver {
    private static final int DEPTH = 12;
    private static final Set<String> HYPOTHETICAL =
            Set.of("if", "unless", "lest", "whether", "provided", "should", "until");
    private static final Set<String> UNDONE = Set.of("without", "instead of", "rather than", "from", "against");

    /** "has to", "ought to", "needs to": a duty is not an act. */
    private static final Set<String> OBLIGED = Set.of("have", "ought", "need");

    private static final Set<String> YEARS = Set.of("year", "years", "decade", "decades", "centuries", "century");

    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final Attribution attribution;
    private final SpeechContents contents;

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
            known[clause.verb()] = context;
        }
        return context;
    }

    private Factuality compute(Clause clause, int depth) {
        Clause parent = clause.parent();
        if (parent == null) {
            return clause.relation() == ClauseRelation.ADVERBIAL && hypothetical(clause)
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
            case INFINITIVE -> infinitive(clause, parent, above);
            case GERUND -> gerund(clause, parent, above);
            case PARTICIPLE -> participle(clause, parent, above);
            case RELATIVE -> relative(parent, aside(clause) ? outside(parent, depth) : above);
            case ADVERBIAL ->
                hypothetical(clause)
                        ? above.with(null)
                        : background(clause, parent)
                                ? above.with(Status.PAST).unsaid()
                                : told(above).unsaid();
        };
    }

    /** Whether it is the speaker's own duty ("we must …"), so that it tells what the speaker stands for. */
    private boolean ownDuty(Clause clause, Speaker voice) {
        Set<String> bound = Actor.codes(scene.agents(clause.subject()));
        return (voice.narrator() ? agreed() : voice.actors().isEmpty())
                || !bound.isEmpty() && Actor.codes(voice.actors()).containsAll(bound);
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
        return since || longBefore(clause.introducer(), first);
    }

    /** "three years after …": whether years lie between what follows and what is reported. */
    private boolean longBefore(@Nullable String introducer, int first) {
        int at = first - 1;
        return "after".equals(introducer)
                && at > 0
                && scene.lower(at).equals("after")
                && YEARS.contains(scene.lower(at - 1));
    }

    private static boolean hypothetical(Clause clause) {
        return clause.introducer() != null && HYPOTHETICAL.contains(clause.introducer());
    }

    /** What stands beside a clause is reported even where that clause itself is only announced. */
    private static Factuality told(Factuality above) {
        return above.status() == Status.INTENDED || above.status() == Status.DENIED
                ? above.with(Status.ASSERTED)
                : above;
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
        Factuality told = told(above).unsaid();
        return matcher.operator(parent) == VerbClass.THANK
                ? new Factuality(told.status(), told.voice(), scene.agents(parent.subject()), false)
                : told;
    }

    private Factuality infinitive(Clause clause, Clause parent, Factuality above) {
        NounGroup group = clause.parentNoun();
        NounEntry noun = group == null ? null : scene.event(group);
        VerbClass operator = matcher.operator(parent);
        Status status = above.status();
        if (contents.none(group)) {
            return above.with(status == null ? null : Status.DENIED);
        }
        if (OBLIGED.contains(parent.lemma())
                && parent.object() == null
                && above.voice().narrator()) {
            return above.with(null);
        }
        if (group != null
                && noun != null
                && operator != VerbClass.URGE
                && operator != VerbClass.THREATEN
                && !noun.has(NounMark.ASSET)) {
            Status content = status == null ? null : NounRoles.content(noun, scene.head(group));
            return new Factuality(content, above.voice(), scene.agents(parent.subject()), false);
        }
        return switch (operator) {
            case REFUSE, REJECT ->
                above.with(status == Status.DENIED ? Status.ASSERTED : status == null ? null : Status.DENIED);
            case THREATEN, PROMISE, VOW, PLAN ->
                above.with(status == null || status == Status.DENIED ? status : Status.INTENDED);
            case URGE, DEMAND ->
                above.with(status != null && status != Status.DENIED && own(parent) ? Status.INTENDED : null);
            case ASK, OFFER, AGREE, ACCEPT, CALL, WARN, ULTIMATUM, SANCTION, DENY, MISDEED -> above.with(null);
            case NONE, SAY, DO, LIFT, SUPPORT, WELCOME ->
                spoken(parent)
                        ? new Factuality(above.status(), above.voice(), contents.hearers(parent), false)
                        : purpose(clause) && !ranked(clause) ? above.with(null) : above;
            default -> above;
        };
    }

    /** "instructed her minister to open ties with X": what somebody orders his own people to do is announced. */
    private boolean own(Clause clause) {
        Set<String> ordered = Actor.codes(scene.agents(clause.object()));
        Set<String> ordering = Actor.codes(scene.agents(clause.subject()));
        return !clause.passive() && ordered.size() == 1 && ordering.containsAll(ordered);
    }

    /** "telephoned X to thank him", "summoned the ambassador to protest": what such an act is for is done with it. */
    private boolean spoken(Clause parent) {
        return matcher.entries(parent).stream()
                .anyMatch(e -> e.type() == EventType.CONSULT || e.type() == EventType.PROTEST);
    }

    /** "became the first president to visit X": what it tells was done. */
    private boolean ranked(Clause clause) {
        NounGroup noun = clause.parentNoun();
        for (int i = noun == null ? 0 : noun.first(); noun != null && i < noun.last(); i++) {
            if (scene.in(LexiconSet.RANK, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an infinitive only says what something is for. */
    private static boolean purpose(Clause clause) {
        return clause.parent() != null && !clause.parent().arguments().isEmpty();
    }

    private Factuality gerund(Clause clause, Clause parent, Factuality above) {
        VerbClass operator = matcher.operator(parent);
        String introducer = clause.introducer();
        List<Actor> subject = scene.agents(parent.subject());
        if (contents.none(clause.parentNoun())) {
            return above.with(above.status() == null ? null : Status.DENIED);
        }
        if (operator == VerbClass.ACCUSE) {
            List<Actor> accuser = parent.passive() ? List.of() : subject;
            boolean told = above.status() == Status.ASSERTED || above.status() == Status.REPORTED;
            return new Factuality(
                    told && deed(clause) ? Status.REPORTED : null, attribution.voice(parent.subject()), accuser, false);
        }
        if (introducer == null) {
            return object(parent, above);
        }
        if (operator == VerbClass.REFUSE || UNDONE.contains(introducer)) {
            return above.with(Status.DENIED);
        }
        boolean reasons = operator == VerbClass.CONDEMN || operator == VerbClass.THANK || operator == VerbClass.WELCOME;
        if (reasons) {
            List<Actor> counterpart = operator == VerbClass.THANK ? subject : List.of();
            return new Factuality(above.status() == null ? null : Status.ASSERTED, above.voice(), counterpart, false);
        }
        if (longBefore(introducer, clause.first())) {
            return above.with(Status.PAST).unsaid();
        }
        return (operator == VerbClass.PLAN
                        || operator == VerbClass.CALL
                        || operator == VerbClass.DEMAND
                        || operator == VerbClass.ASK)
                ? above.with(null)
                : above.unsaid();
    }

    /** Whether the clause tells a deed, not mere conduct. */
    private boolean deed(Clause clause) {
        return matcher.entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.type() != null
                        && switch (e.type()) {
                            case ASSAULT, COERCE, MOBILIZE, SANCTION, AID -> true;
                            default -> false;
                        });
    }

    /** A gerund that is the verb's object: "denied planting", "stopped shelling", "began shelling". */
    private Factuality object(Clause parent, Factuality above) {
        return switch (matcher.operator(parent)) {
            case DENY, REFUSE, LIFT, REJECT -> above.with(above.status() == null ? null : Status.DENIED);
            case PLAN, THREATEN, PROMISE, VOW -> above.with(Status.INTENDED);
            case OFFER, URGE, ASK, DEMAND, CALL -> above.with(null);
            default -> above;
        };
    }

    private Factuality participle(Clause clause, Clause parent, Factuality above) {
        return switch (matcher.operator(parent)) {
            case DENY, REFUSE -> above.with(Status.DENIED);
            case OFFER, URGE -> clause.verb() < parent.verb() ? told(above).unsaid() : above.with(null);
            default ->
                longBefore(clause.introducer(), clause.first())
                        ? above.with(Status.PAST).unsaid()
                        : told(above).unsaid();
        };
    }

    /** What a clause's own negation and modality make of its context's status; null if it tells no act. */
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
            case FUTURE -> status == Status.DENIED ? status : Status.INTENDED;
            case WOULD ->
                status == Status.DENIED ? status : context.said() || status == Status.INTENDED ? Status.INTENDED : null;
            case POSSIBLE -> status == Status.INTENDED ? status : null;
            case DUTY -> speakerActs ? status : null;
        };
    }

    public static boolean demands(Clause clause) {
        return clause.modality() == Modality.DUTY && !clause.negated();
    }
}
