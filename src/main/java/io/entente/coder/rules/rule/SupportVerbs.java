package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;
import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.ImplicitTargets;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.discourse.TerritoryResolver;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What verbs do to the acts that their objects name: "lifted sanctions on", "rejected French criticism", "lodged a protest with". */
final class SupportVerbs implements OrderedRule<Predicate> {

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final NounRoles nouns;
    private final CandidateEvents drafts;
    private final ReactionCoder answers;
    private final TerritoryResolver territory;

    SupportVerbs(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.nouns = stage.nouns();
        this.drafts = stage.drafts();
        this.answers = new ReactionCoder(stage);
        this.territory = new TerritoryResolver(stage);
    }

    /** Codes what the verb does to an event noun that it governs, if there is one and it does anything to it. */
    @Override
    public Answer apply(Predicate use) {
        NounGroup group = governed(use.clause(), use.entry());
        NounEntry noun = group == null ? null : scene.event(group);
        if (group == null || noun == null) {
            return Answer.CONTINUE;
        }
        return Answer.handledIf(
                switch (use.entry().operator()) {
                    case LIFT -> lift(use, group, noun);
                    case REJECT, CONDEMN, WELCOME, SUPPORT, THANK, ACCEPT, AGREE, ADMIT ->
                        answers.code(use, group, noun);
                    case THREATEN, VOW, PROMISE -> announce(use, group, noun);
                    case FACE -> face(use, group, noun);
                    case DO, CONTINUE -> perform(use, group, noun);
                    default -> false;
                });
    }

    private @Nullable NounGroup governed(Clause clause, VerbEntry entry) {
        NounGroup object = clause.passive() || entry.has(VerbMark.ITSELF) ? clause.subject() : clause.object();
        object = object == null ? PatternMatcher.gap(clause) : object;
        if (object != null && scene.event(object) != null) {
            return object;
        }
        String preposition =
                switch (entry.operator()) {
                    case ACCEPT, AGREE -> "to";
                    case THREATEN -> "with";
                    case REJECT -> "on";
                    case DO -> "in";
                    default -> "";
                };
        for (NounGroup argument : clause.arguments()) {
            boolean slot = entry.operator() == VerbClass.REJECT
                    && argument.preposition() != null
                    && entry.slots().contains(argument.preposition());
            if ((slot || preposition.equals(argument.preposition())) && scene.event(argument) != null) {
                return argument;
            }
        }
        return null;
    }

    private boolean face(Predicate use, NounGroup group, NounEntry noun) {
        List<Actor> doers = first(
                nouns.agents(group, noun),
                roles.after(use.clause(), "from"),
                roles.after(use.clause(), "by"),
                scene.nearest(group, Actor.codes(scene.actors(use.clause().subject())), false));
        drafts.add(
                use.act(noun.type(), noun.intensity(), Rule.SWAPPED),
                doers,
                first(
                        scene.actors(use.clause().subject()),
                        use.sources(),
                        doersOf(use.clause().subject())));
        return stage.take(group);
    }

    /** "A promise by X drew thanks from Y": who did what the subject names. */
    private List<Actor> doersOf(@Nullable NounGroup subject) {
        NounEntry noun = subject == null ? null : scene.event(subject);
        List<Actor> doers = subject == null || noun == null ? List.of() : nouns.agents(subject, noun);
        return doers.isEmpty() && subject != null ? stage.memory().mover(scene, subject) : doers;
    }

    private boolean perform(Predicate use, NounGroup group, NounEntry noun) {
        boolean nothing = noun.has(NounMark.ASSET) || noun.has(NounMark.UNDOING) || noun.type() == EventType.STATEMENT;
        boolean caused = noun.type() == EventType.ASSAULT
                && scene.in(LexiconSet.CAUSING, use.clause().lemma());
        boolean named = noun.type() == EventType.ACCUSE
                && use.clause().lemma().equals("be")
                && use.context().said(); // "said that it was an outrage"
        if (nothing || caused || named || use.sources().isEmpty() && use.entry().operator() == VerbClass.CONTINUE) {
            return false;
        }
        boolean none = use.clause().lemma().equals("have") && scene.denies(group); // "has no quarrel with X"
        boolean debated = EventTypes.hostile(noun.type())
                && stage.lexicon().in(LexiconSet.DEBATING, use.clause().lemma());
        if (none || debated) {
            return stage.take(group);
        }
        Set<String> codes = use.codes();
        boolean joint = noun.type() == EventType.MOBILIZE && nouns.joint(group);
        List<Actor> targets = first(
                joint ? List.of() : nouns.targets(group, noun, codes),
                roles.targets(use.clause(), use.entry(), codes),
                noun.type() == EventType.REQUEST ? new ImplicitTargets(stage).content(group, codes) : List.of(),
                noun.type() == EventType.ASSAULT ? List.of() : roles.anywhere(use.clause(), codes),
                noun.type() == EventType.ASSAULT && use.sources().stream().anyMatch(Actor::direct)
                        ? territory.of(use.clause(), codes)
                        : List.of());
        EventType type = joint ? EventType.COOPERATE : noun.type();
        double intensity = joint ? EventTypes.intensity(type) : noun.intensity();
        if (noun.type() == EventType.PROTEST && Actor.codes(targets).equals(Set.of("UNO"))) {
            return complain(use, group);
        }
        CandidateEvents.Act act = use.act(type, intensity, Rule.LIGHT_VERB);
        if (noun.mutual() || joint) {
            stage.both(act, use.sources(), codes.size() > 1 || targets.isEmpty() ? use.sources() : targets);
        } else {
            drafts.add(
                    act,
                    use.sources(),
                    targets.isEmpty() && EventTypes.hostile(noun.type())
                            ? stage.memory().opponent(codes)
                            : targets);
        }
        return stage.take(group);
    }

    /** "lodged a complaint with the UN": it is not the UN that is blamed. */
    private boolean complain(Predicate use, NounGroup group) {
        List<Actor> culprits = first(
                roles.culprits(use.clause(), use.codes()),
                stage.memory().antecedents().offender(use.codes()));
        drafts.add(use.act(EventType.ACCUSE, Rule.COMPLAINT), use.sources(), culprits);
        return stage.take(group);
    }

    /** The end of something hostile is a retreat, of something friendly a sanction. */
    private boolean lift(Predicate use, NounGroup group, NounEntry noun) {
        Set<String> codes = use.codes();
        boolean visit = noun.type() == EventType.CONSULT && noun.ofAgent();
        List<Actor> targets = first(
                visit ? Actor.without(nouns.agents(group, noun), codes) : List.of(),
                nouns.targets(group, noun, codes),
                roles.targets(use.clause(), use.entry(), codes),
                scene.nearest(group, codes, false),
                roles.anywhere(use.clause(), codes));
        boolean silent = noun.type() == EventType.STATEMENT || noun.type() == EventType.REQUEST;
        if (targets.isEmpty() && !silent && !noun.mutual()) {
            targets = stage.memory().opponent(codes);
        }
        if (silent || targets.isEmpty()) {
            return false;
        }
        List<Actor> lifting = use.entry().has(VerbMark.ITSELF)
                        || use.sources().isEmpty() && use.clause().passive()
                ? Actor.without(nouns.agents(group, noun), Actor.codes(targets))
                : use.sources();
        boolean drilling = noun.type() == EventType.MOBILIZE && nouns.joint(group);
        boolean ending = EventTypes.hostile(noun.type()) && !drilling;
        boolean yielding = noun.type() == EventType.PROTEST || noun.type() == EventType.REJECT;
        boolean arranged = noun.type() == EventType.CONSULT || noun.type() == EventType.AGREE;
        EventType off = arranged ? EventType.REJECT : EventType.SANCTION;
        EventType type = !ending ? off : yielding ? EventType.CONCEDE : EventType.RETREAT;
        drafts.add(use.act(type, EventTypes.intensity(type), Rule.LIFTED), lifting, targets);
        return stage.take(group);
    }

    private boolean announce(Predicate use, NounGroup group, NounEntry noun) {
        if (noun.has(NounMark.ASSET) || noun.type() == EventType.STATEMENT) {
            return false;
        }
        Set<String> codes = use.codes();
        List<Actor> targets = first(
                roles.targets(use.clause(), use.entry(), codes),
                nouns.targets(group, noun, codes),
                roles.anywhere(use.clause(), codes));
        targets = targets.isEmpty() && EventTypes.hostile(noun.type())
                ? roles.below(use.clause(), codes, false)
                : targets;
        targets = targets.isEmpty() ? stage.memory().opponent(codes) : targets;
        if (EventTypes.hostile(noun.type()) && use.entry().operator() != VerbClass.PROMISE) {
            drafts.add(use.act(EventType.THREATEN, -6, Rule.ANNOUNCED), use.sources(), targets);
        }
        if (use.status() != Status.DENIED) {
            drafts.add(
                    act(
                            use.clause(),
                            noun.type(),
                            noun.intensity(),
                            Status.INTENDED,
                            use.context(),
                            Rule.ANNOUNCED.grounds(),
                            use.entry()),
                    use.sources(),
                    targets);
        }
        return stage.take(group);
    }
}
