package io.entente.statement;

import static io.entente.statement.Stage.act;
import static io.entente.statement.Stage.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import io.entente.statement.Drafts.Act;
import io.entente.statement.GovernedNouns.Use;
import io.entente.statement.Targets.Aim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes what the clauses of one sentence tell: who does what to whom. */
final class ClauseCoder {
    /** Ways of saying "together". */
    private static final Set<String> PAIRED = Set.of(
            "side by side",
            "hand in hand",
            "shoulder to shoulder",
            "arm in arm",
            "wing to wing",
            "back to back",
            "in lockstep with",
            "in close concert");

    private static final Set<String> PERMITTING = Set.of("let", "allow", "permit", "authorise", "authorize");

    private static final Set<EventType> ENDING = Set.of(EventType.COOPERATE, EventType.AID, EventType.SUPPORT);

    private final Stage stage;
    private final Scene scene;
    private final Roles roles;
    private final Drafts drafts;
    private final GovernedNouns governed;
    private final JudgementCoder judgements;
    private final SpeechCoder speech;
    private final Purposes purposes;
    private final Doers doers;
    private final Targets targets;
    private final Allegations allegations;

    ClauseCoder(Stage stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
        this.governed = new GovernedNouns(stage);
        this.judgements = new JudgementCoder(stage);
        this.speech = new SpeechCoder(stage, judgements);
        this.purposes = new Purposes(stage);
        this.doers = new Doers(stage);
        this.targets = new Targets(stage);
        this.allegations = new Allegations(stage);
    }

    void code() {
        scene.parse().clauses().forEach(this::code);
    }

    private void code(Clause clause) {
        Context context = stage.contexts().of(clause);
        judgements.judged(clause, context);
        if (stage.contexts().attributes(clause)) {
            return;
        }
        for (VerbEntry entry : stage.matcher().entries(clause)) {
            List<Actor> sources = roles.sources(clause, entry, context);
            if (Contexts.demands(clause) && speech.demand(clause, context, sources)) {
                return;
            }
            Status status = stage.contexts().status(clause, context, speakerActs(sources, context));
            if (status == null) {
                clause.arguments().forEach(stage::take);
                return;
            }
            Use use = new Use(clause, entry, sources, status, context);
            if (speech.defiance(use)) {
                return;
            }
            if (governed.code(use) || speech.code(use)) {
                return;
            }
            if (entry.type() != null) {
                if (barred(use, entry.type())) {
                    return;
                }
                act(use, entry.type());
                return;
            }
            if (entry.operator() == Operator.PROMISE && promised(use)) {
                return;
            }
        }
        jointly(clause, context);
    }

    /** "did not let X's barges unload", "no longer buys X's gas": what is not allowed is forbidden, what is no longer done ends. */
    private boolean barred(Use use, EventType type) {
        Clause clause = use.clause();
        boolean forbids = PERMITTING.contains(clause.lemma());
        boolean barred = clause.negated()
                && use.status() == Status.DENIED
                && (forbids || noLonger(clause) && ENDING.contains(type))
                && !EventTypes.hostile(type);
        if (barred) {
            Status status = clause.modality() == Modality.NONE ? Status.ASSERTED : Status.INTENDED;
            drafts.add(
                    Stage.act(
                            clause,
                            EventType.SANCTION,
                            -4,
                            status,
                            use.context(),
                            "not allowed",
                            use.entry(),
                            Targets.SLOT),
                    use.sources(),
                    roles.targets(clause, use.entry(), use.codes()));
        }
        return barred;
    }

    private boolean noLonger(Clause clause) {
        for (int i = Math.max(0, clause.first() - 1); i < clause.verb(); i++) {
            if (scene.lower(i).equals("longer")) {
                return true;
            }
        }
        return false;
    }

    /** "promised Zambia cheaper beef". */
    private boolean promised(Use use) {
        List<Actor> receivers = use.clause().object() == null
                ? List.of()
                : Actor.without(scene.agents(use.clause().object()), use.codes());
        boolean plain = stage.childrenOf(use.clause()).stream()
                .noneMatch(c -> c.relation() == Relation.INFINITIVE || c.relation() == Relation.COMPLEMENT);
        if (!plain || receivers.isEmpty()) {
            return false;
        }
        drafts.add(told(use, EventType.SUPPORT, "promise", Targets.IMPLIED), use.sources(), receivers);
        return true;
    }

    /** "X and Y police broke up a ring in a joint operation", "X and Y tested a rocket together": whatever it is, they do it together. */
    private void jointly(Clause clause, Context context) {
        if (clause.passive() || clause.lemma().equals("be") || !joint(clause)) {
            return;
        }
        List<Actor> sources = roles.subject(clause, context, 3);
        boolean aimed = sources.size() < 2
                || !sources.stream().allMatch(Actor::direct)
                || drafts.all().stream().anyMatch(d -> d.first() >= clause.first() && d.first() <= clause.last());
        Status status = aimed ? null : stage.contexts().status(clause, context, true);
        if (status != null) {
            double intensity = EventTypes.intensity(EventType.COOPERATE);
            stage.both(
                    Stage.act(
                            clause,
                            EventType.COOPERATE,
                            intensity,
                            status,
                            context,
                            "jointly",
                            null,
                            Targets.SOMEWHERE),
                    sources,
                    sources);
        }
    }

    private boolean joint(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            boolean joint = scene.lower(argument.first()).equals("joint")
                    || argument.first() + 1 < argument.last()
                            && scene.lower(argument.first() + 1).equals("joint");
            if (joint && "in".equals(argument.preposition())) {
                return true;
            }
        }
        int end = roles.end(clause);
        for (int i = clause.first(); i < end; i++) {
            String word = scene.lower(i);
            boolean paired = i + 2 < end && PAIRED.contains(word + " " + scene.lower(i + 1) + " " + scene.lower(i + 2));
            if (word.equals("together") || word.equals("jointly") || paired) {
                return !word.equals("together")
                        || i + 1 == scene.tokens().size()
                        || !scene.lower(i + 1).equals("with");
            }
        }
        return "together".equals(clause.particle());
    }

    private static boolean speakerActs(List<Actor> sources, Context context) {
        return context.voice().narrator()
                || Actor.codes(context.voice().actors()).containsAll(Actor.codes(sources));
    }

    private void act(Use use, EventType type) {
        consume(use);
        if (ended(use, type)
                || undertaken(use)
                || type == EventType.MOBILIZE && (supports(use.clause()) || purposes.helps(use) || lends(use))
                || turned(use, type)
                || stopped(use, type)) {
            return;
        }
        List<Actor> sources = use.sources().isEmpty() ? doers.hidden(use, type) : use.sources();
        sources = type == EventType.AID ? doers.helping(use.clause(), sources) : sources;
        Set<String> codes = Actor.codes(sources);
        if (EventTypes.hostile(type) && requested(use, type, sources)) {
            return;
        }
        if (use.entry().mutual() || reciprocal(use.clause())) {
            mutual(use, type, sources, codes);
            return;
        }
        Aim aim = targets.named(use, type, codes);
        if (aim == null) {
            return;
        }
        if (aim.nobody() && codes.size() > 1 && !use.entry().has("object") && together(use, type, sources)) {
            stage.both(told(use, type, "mutual", Targets.SOMEWHERE), sources, sources);
            return;
        }
        aimed(use, type, sources, aim.nobody() ? targets.implied(use, type, codes) : aim);
    }

    /** "closed its crossings at X's request", "sent soldiers to Latvia at Riga's invitation": what is asked for is no harm. */
    private boolean requested(Use use, EventType type, List<Actor> sources) {
        for (NounGroup argument : use.clause().arguments()) {
            boolean asked = argument.preposition() != null
                    && stage.lexicon().in("asked", scene.head(argument))
                    && (argument.preposition().equals("at")
                            || argument.preposition().equals("on"));
            List<Actor> asking = asked ? Actor.without(scene.actors(argument), Actor.codes(sources)) : List.of();
            if (!asking.isEmpty() && !sources.isEmpty()) {
                if (type == EventType.MOBILIZE) {
                    drafts.add(told(use, EventType.AID, "requested", Targets.SOMEWHERE), sources, asking);
                }
                return true;
            }
        }
        return false;
    }

    private void aimed(Use use, EventType type, List<Actor> sources, Aim aim) {
        Set<String> codes = Actor.codes(sources);
        double confidence = aim.confidence();
        if (type == EventType.PROTEST && Actor.codes(aim.actors()).equals(Set.of("UNO"))) {
            List<Actor> culprits = roles.culprits(use.clause(), codes);
            if (!culprits.isEmpty()) {
                drafts.add(told(use, EventType.ACCUSE, "complaint", confidence), sources, culprits);
                return;
            }
        }
        EventType told = type;
        if (purposes.threatens(use)) {
            told = EventType.THREATEN;
        } else if (type == EventType.THREATEN && allegations.airs(use.clause())) {
            told = EventType.ACCUSE;
        } else if (type == EventType.ASSAULT && crowd(use.clause())) {
            told = EventType.PROTEST;
        }
        drafts.add(told(use, told, rule(use.clause(), confidence), confidence), sources, aim.actors());
        if (told == EventType.ACCUSE && use.status() == Status.ASSERTED) {
            allegations.blamed(use, aim.actors());
        }
        if (purposes.conditional(use, type)) {
            drafts.add(asserted(use, EventType.THREATEN, "condition", confidence), sources, aim.actors());
        }
        if (use.entry().operator() == Operator.THANK && use.status() == Status.ASSERTED) {
            received(use, sources, aim.actors());
        }
        if (use.entry().has("switch")) {
            drafts.add(
                    told(use, EventType.SANCTION, "switch", Targets.SLOT),
                    sources,
                    Actor.without(roles.behind(use.clause(), "from"), codes));
        }
    }

    /** "thanked X for a shipment of masks": X gave it. */
    private void received(Use use, List<Actor> receivers, List<Actor> givers) {
        for (NounGroup argument : use.clause().arguments()) {
            boolean gift = "for".equals(argument.preposition())
                    && argument.relative() == null
                    && stage.lexicon().in("gift", scene.singular(argument.head()));
            if (gift) {
                drafts.add(asserted(use, EventType.AID, "gift", Targets.SOMEWHERE), givers, receivers);
            }
        }
    }

    /** Whether the subject is not who does it: "drew criticism from X", "X angered Y". Then it is told that way round. */
    private boolean turned(Use use, EventType type) {
        Clause clause = use.clause();
        if (use.entry().slots().contains("subj")) {
            drafts.add(told(use, type, "swapped", Targets.SLOT), doers.ofSuffered(use), scene.actors(clause.subject()));
            return true;
        }
        if (!use.entry().has("experiencer")) {
            return false;
        }
        List<Actor> moved = roles.object(clause, Set.of());
        NounGroup cause = clause.passive() ? null : clause.subject();
        List<Actor> causers = clause.passive()
                ? first(roles.behind(clause, "by"), roles.behind(clause, "at"), roles.behind(clause, "over"))
                : first(authors(cause, Actor.codes(moved)), scene.nearest(cause, Actor.codes(moved), false));
        drafts.add(told(use, type, "experiencer", Targets.SOMEWHERE), moved, causers);
        return true;
    }

    /** Who did what a noun names: "the sanctions imposed by X". */
    private List<Actor> authors(@Nullable NounGroup group, Set<String> codes) {
        NounEntry noun = group == null ? null : scene.event(group);
        return group == null || noun == null
                ? List.of()
                : Actor.without(stage.nouns().agents(group, noun), codes);
    }

    /** Whether it only tells the end of an act: "stopped shelling X", "stopped buying oil from X". */
    private boolean stopped(Use use, EventType type) {
        if (!stops(use)) {
            return false;
        }
        EventType end = EventTypes.hostile(type) ? EventType.RETREAT : EventType.SANCTION;
        drafts.add(
                asserted(use, end, "stopped", Targets.SLOT),
                use.sources(),
                roles.targets(use.clause(), use.entry(), use.codes()));
        return true;
    }

    private boolean stops(Use use) {
        Clause parent = use.clause().parent();
        return use.clause().relation() == Relation.GERUND
                && use.clause().introducer() == null
                && parent != null
                && !parent.negated()
                && use.status() == Status.DENIED
                && stage.matcher().operator(parent) == Operator.LIFT;
    }

    /** "pledged together to deepen ties": what they agree on is no act of its own. */
    private boolean undertaken(Use use) {
        Clause parent = use.clause().parent();
        return use.clause().relation() == Relation.INFINITIVE
                && parent != null
                && use.codes().size() > 1
                && stage.matcher().operator(parent) == Operator.PROMISE
                && parent.object() == null;
    }

    /** Whether the clause only tells the state that its sentence ends: "freed the fishermen whom it had held". */
    private boolean ended(Use use, EventType type) {
        Clause clause = use.clause();
        Clause parent = clause.parent();
        if (clause.relation() == Relation.RELATIVE
                && clause.passive()
                && clause.antecedent() != null
                && lifted(clause)) {
            return true;
        }
        return clause.relation() == Relation.RELATIVE
                && parent != null
                && EventTypes.hostile(type)
                && (clause.lemma().equals("hold") || clause.lemma().equals("keep"))
                && stage.matcher().entries(parent).stream()
                        .anyMatch(e -> e.type() == EventType.RETREAT || e.operator() == Operator.LIFT);
    }

    /** Whether what the clause describes is ended by another one: "sanctions imposed on X will be lifted". */
    private boolean lifted(Clause clause) {
        return scene.parse().clauses().stream()
                .anyMatch(c -> (c.passive() ? c.subject() : c.object()) == clause.antecedent()
                        && c != clause
                        && stage.matcher().operator(c) == Operator.LIFT);
    }

    /** Two who do something friendly that is aimed at nobody do it with each other; so do "both" whatever they do. */
    private static boolean together(Use use, EventType type, List<Actor> sources) {
        boolean pair =
                sources.get(0).mention().first() == sources.get(1).mention().first();
        return switch (type) {
            case RETREAT, COOPERATE, AGREE, CONSULT -> true;
            case SUPPORT -> use.entry().has("together");
            case SANCTION, ASSAULT, PROTEST, ACCUSE, THREATEN -> pair;
            default -> false;
        };
    }

    private void mutual(Use use, EventType type, List<Actor> sources, Set<String> codes) {
        Clause clause = use.clause();
        List<Actor> targets = roles.targets(clause, use.entry(), codes);
        NounGroup made = clause.passive() ? clause.subject() : null;
        NounEntry noun = made == null ? null : scene.event(made);
        if (sources.isEmpty() && made != null && noun != null && noun.mutual()) {
            List<Actor> sides = stage.nouns().participants(made, noun);
            stage.both(told(use, type, "mutual", Targets.SLOT), sides, sides);
            return;
        }
        boolean among = codes.size() > 1 && (targets.isEmpty() || reciprocal(clause) || !with(targets));
        if (targets.isEmpty() && !among && use.entry().operator() == Operator.AGREE) {
            drafts.add(told(use, type, "clause", Targets.SOMEWHERE), sources, roles.below(clause, codes, false));
        } else if (sources.isEmpty() && targets.size() > 1) {
            stage.both(told(use, type, "mutual", Targets.SLOT), targets, targets);
        } else if (among) {
            stage.both(told(use, type, "mutual", Targets.SLOT), sources, sources);
        } else if (use.status() == Status.INTENDED
                && (use.entry().id().equals("visit") || clause.relation() == Relation.INFINITIVE)) {
            drafts.add(told(use, type, "clause", Targets.SLOT), sources, targets);
        } else {
            stage.both(told(use, type, "mutual", Targets.SLOT), sources, targets);
        }
    }

    private static boolean with(List<Actor> targets) {
        String preposition = targets.get(0).group().preposition();
        return preposition == null || preposition.equals("with") || preposition.equals("between");
    }

    /** "each other", "one another". */
    private boolean reciprocal(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            String opener = scene.lower(argument.first());
            int second = Math.min(argument.first() + 1, scene.tokens().size() - 1);
            boolean each = opener.equals("each") && scene.lower(second).startsWith("other");
            if (each || opener.equals("one") && scene.lower(second).equals("another")) {
                return true;
            }
        }
        return false;
    }

    /** Whether people of a country act without being its forces: what they attack, they protest against. */
    private boolean crowd(Clause clause) {
        return clause.subject() != null
                && stage.lexicon().in("crowd", scene.singular(clause.subject().head()));
    }

    /** The rule's name says where the target was found: in the verb's own place, elsewhere, or nowhere in the clause. */
    private static String rule(Clause clause, double confidence) {
        String voice = clause.passive() ? "passive" : "clause";
        return confidence == Targets.SLOT ? voice : voice + (confidence == Targets.IMPLIED ? " implied" : " elsewhere");
    }

    /** "will send 450 soldiers to Latvia, the minister confirmed": told by who sends them, and not to a border, it is help. */
    private boolean lends(Use use) {
        Context context = use.context();
        NounGroup sent =
                use.clause().passive() ? use.clause().subject() : use.clause().object();
        boolean own = context.said()
                && !use.sources().isEmpty()
                && sent != null
                && stage.lexicon().in("forces", scene.singular(sent.head()))
                && Actor.codes(context.voice().actors()).containsAll(use.codes());
        for (NounGroup argument : own ? use.clause().arguments() : List.<NounGroup>of()) {
            List<Actor> there = "to".equals(argument.preposition())
                    ? Actor.without(scene.actors(argument), use.codes())
                    : List.of();
            if (!there.isEmpty() && there.stream().allMatch(a -> a.mention().last() == argument.last())) {
                drafts.add(told(use, EventType.AID, "lent", Targets.SLOT), use.sources(), there);
                return true;
            }
        }
        return false;
    }

    /** "sent bombers in a show of support for its ally": then they threaten nobody. */
    private boolean supports(Clause clause) {
        return clause.arguments().stream().anyMatch(argument -> {
            NounEntry noun = stage.lexicon().nounOf(scene.head(argument));
            return noun != null && noun.type() == EventType.SUPPORT;
        });
    }

    /** The noun of a pattern is told with its verb, unless somebody else does what it names. */
    private void consume(Use use) {
        if (!use.entry().pattern() || use.entry().has("third")) {
            return;
        }
        List<NounGroup> groups = new ArrayList<>(use.clause().arguments());
        if (use.clause().passive() && use.clause().subject() != null) {
            groups.add(use.clause().subject());
        }
        for (NounGroup group : groups) {
            NounEntry noun = stage.lexicon().nounOf(scene.head(group));
            if (noun != null
                    && use.entry().needs(noun.id())
                    && (use.entry().has("switch")
                            || Actor.without(stage.nouns().agents(group, noun), use.codes())
                                    .isEmpty())) {
                stage.take(group);
            }
        }
    }

    private static Act asserted(Use use, EventType type, String rule, double confidence) {
        return told(use, type, rule, confidence).as(type, EventTypes.intensity(type), Status.ASSERTED, confidence);
    }

    private static Act told(Use use, EventType type, String rule, double confidence) {
        double intensity = type == use.entry().type() ? use.entry().intensity() : EventTypes.intensity(type);
        boolean guess =
                use.clause().relation() == Relation.INFINITIVE && use.clause().parent() != null;
        return Stage.act(
                use.clause(),
                type,
                intensity,
                use.status(),
                use.context(),
                rule,
                use.entry(),
                guess ? confidence * 0.9 : confidence);
    }
}
