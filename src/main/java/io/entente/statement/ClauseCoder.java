package io.entente.statement;

import static io.entente.statement.Stage.act;
import static io.entente.statement.Stage.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import io.entente.statement.Drafts.Act;
import io.entente.statement.GovernedNouns.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Codes what the clauses of one sentence tell: who does what to whom. */
final class ClauseCoder {
    private static final double SLOT = 0.9;
    private static final double SOMEWHERE = 0.65;
    private static final double IMPLIED = 0.55;

    private final Stage stage;
    private final Scene scene;
    private final Roles roles;
    private final Drafts drafts;
    private final GovernedNouns governed;
    private final JudgementCoder judgements;
    private final SpeechCoder speech;
    private final Purposes purposes;

    ClauseCoder(Stage stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
        this.governed = new GovernedNouns(stage);
        this.judgements = new JudgementCoder(stage);
        this.speech = new SpeechCoder(stage, judgements);
        this.purposes = new Purposes(stage);
    }

    void code() {
        scene.parse().clauses().forEach(this::code);
    }

    private void code(Clause clause) {
        Context context = stage.contexts().of(clause);
        judgements.judged(clause, context);
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
                act(use, entry.type());
                return;
            }
            if (entry.operator() == Operator.PROMISE && promised(use)) {
                return;
            }
        }
        jointly(clause, context);
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
        drafts.add(told(use, EventType.SUPPORT, "promise", IMPLIED), use.sources(), receivers);
        return true;
    }

    /** "X and Y police broke up a ring in a joint operation": whatever it is, they do it together. */
    private void jointly(Clause clause, Context context) {
        boolean joint = clause.arguments().stream()
                .anyMatch(a -> "in".equals(a.preposition())
                        && (scene.lower(a.first()).equals("joint")
                                || a.first() + 1 < a.last()
                                        && scene.lower(a.first() + 1).equals("joint")));
        List<Actor> sources = joint ? roles.subject(clause, context, 3) : List.of();
        Status status = sources.size() < 2 ? null : stage.contexts().status(clause, context, true);
        if (status != null) {
            double intensity = EventTypes.intensity(EventType.COOPERATE);
            stage.both(
                    Stage.act(clause, EventType.COOPERATE, intensity, status, context, "jointly", null, SOMEWHERE),
                    sources,
                    sources);
        }
    }

    private static boolean speakerActs(List<Actor> sources, Context context) {
        return context.voice().narrator()
                || Actor.codes(context.voice().actors()).containsAll(Actor.codes(sources));
    }

    private void act(Use use, EventType type) {
        Clause clause = use.clause();
        VerbEntry entry = use.entry();
        consume(use);
        if (ended(use, type)
                || undertaken(use)
                || type == EventType.MOBILIZE && (supports(clause) || purposes.helps(use))) {
            return;
        }
        if (entry.slots().contains("subj")) {
            drafts.add(told(use, type, "swapped", SLOT), doers(use), scene.actors(clause.subject()));
            return;
        }
        if (entry.has("experiencer")) {
            List<Actor> moved = roles.object(clause, Set.of());
            NounGroup cause = clause.passive() ? null : clause.subject();
            List<Actor> causers = clause.passive()
                    ? first(roles.behind(clause, "by"), roles.behind(clause, "at"), roles.behind(clause, "over"))
                    : scene.nearest(cause, Actor.codes(moved), false);
            drafts.add(told(use, type, "experiencer", SOMEWHERE), moved, causers);
            return;
        }
        if (stops(use)) {
            EventType end = EventTypes.hostile(type) ? EventType.RETREAT : EventType.SANCTION;
            Act act = told(use, end, "stopped", SLOT).as(end, EventTypes.intensity(end), Status.ASSERTED, SLOT);
            drafts.add(act, use.sources(), roles.targets(clause, entry, use.codes()));
            return;
        }
        List<Actor> sources = use.sources().isEmpty() ? hidden(clause, type) : use.sources();
        Set<String> codes = Actor.codes(sources);
        if (entry.mutual() || reciprocal(clause)) {
            mutual(use, type, sources, codes);
            return;
        }
        List<Actor> targets = roles.targets(clause, entry, codes);
        double confidence = SLOT;
        if (targets.isEmpty() && clause.conjoined() && EventTypes.hostile(type) && ownObject(clause, codes)) {
            targets = stage.lastTarget(codes);
        }
        if (targets.isEmpty() && addressed(entry, clause) && !codes.isEmpty()) {
            return;
        }
        if (targets.isEmpty() && !entry.has("object")) {
            targets = roles.anywhere(clause, codes);
            confidence = SOMEWHERE;
        }
        if (targets.isEmpty() && (entry.has("third") || mediates(clause))) {
            targets = entry.id().equals("broker")
                    ? first(stage.parties(codes), stage.quarrel(codes))
                    : first(stage.quarrel(codes), stage.parties(codes));
        }
        if (targets.isEmpty() && reachesDown(entry, type)) {
            targets = roles.below(clause, codes, EventTypes.force(type));
            confidence = SOMEWHERE;
        }
        if (targets.isEmpty() && type == EventType.MOBILIZE) {
            targets = roles.border(clause, codes);
        }
        if (targets.isEmpty() && codes.size() > 1 && !entry.has("object") && together(type, sources)) {
            stage.both(told(use, type, "mutual", SOMEWHERE), sources, sources);
            return;
        }
        if (targets.isEmpty()) {
            targets = implied(use, type, codes);
            confidence = IMPLIED;
        }
        if (type == EventType.PROTEST && Actor.codes(targets).equals(Set.of("UNO"))) {
            List<Actor> culprits = roles.culprits(clause, codes);
            if (!culprits.isEmpty()) {
                drafts.add(told(use, EventType.ACCUSE, "complaint", confidence), sources, culprits);
                return;
            }
        }
        EventType told = purposes.threatens(use)
                ? EventType.THREATEN
                : type == EventType.ASSAULT && crowd(clause) ? EventType.PROTEST : type;
        drafts.add(told(use, told, rule(clause, confidence), confidence), sources, targets);
        if (purposes.conditional(use, type)) {
            drafts.add(asserted(use, EventType.THREATEN, "condition", confidence), sources, targets);
        }
        if (entry.has("switch")) {
            drafts.add(
                    told(use, EventType.SANCTION, "switch", SLOT),
                    sources,
                    Actor.without(roles.behind(clause, "from"), codes));
        }
    }

    /** "stopped shelling X", "stopped buying oil from X". */
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

    /** "cut ties with X and withdrew its envoy": the object is the subject's own. */
    private boolean ownObject(Clause clause, Set<String> codes) {
        return clause.object() != null
                && Actor.codes(scene.actors(clause.object())).equals(codes);
    }

    private boolean mediates(Clause clause) {
        return stage.childrenOf(clause).stream()
                .flatMap(child -> stage.matcher().entries(child).stream())
                .anyMatch(e -> e.has("third"));
    }

    /** Those who do what the subject suffers: "drew criticism from X", "came under X's fire". */
    private List<Actor> doers(Use use) {
        Clause clause = use.clause();
        List<Actor> agents =
                first(roles.behind(clause, "from"), roles.behind(clause, "by"), roles.behind(clause, "at"));
        for (NounGroup argument : clause.arguments()) {
            boolean named = argument.preposition() != null && use.entry().places(argument.preposition());
            agents = agents.isEmpty() && named ? scene.agents(argument) : agents;
            NounEntry noun = agents.isEmpty() && named ? scene.event(argument) : null;
            agents = noun == null ? agents : stage.nouns().agents(argument, noun);
        }
        return agents.isEmpty() && clause.object() != null
                ? scene.nearest(clause.object(), Actor.codes(scene.actors(clause.subject())), false)
                : agents;
    }

    /** The state in whose capital an envoy sits: "Seoul's ambassador in Hanoi was summoned". */
    private List<Actor> host(Clause clause) {
        List<NounGroup> modifiers =
                clause.subject() == null ? List.of() : clause.subject().modifiers();
        return modifiers.stream()
                .filter(m -> "in".equals(m.preposition()) || "to".equals(m.preposition()))
                .map(scene::actors)
                .findFirst()
                .orElse(List.of());
    }

    /** Two who do something friendly that is aimed at nobody do it with each other; so do "both" whatever they do. */
    private static boolean together(EventType type, List<Actor> sources) {
        boolean pair =
                sources.get(0).mention().first() == sources.get(1).mention().first();
        return switch (type) {
            case RETREAT, COOPERATE, AGREE, CONSULT -> true;
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
            stage.both(told(use, type, "mutual", SLOT), sides, sides);
            return;
        }
        boolean among = codes.size() > 1 && (targets.isEmpty() || reciprocal(clause) || !with(targets));
        if (targets.isEmpty() && !among && use.entry().operator() == Operator.AGREE) {
            drafts.add(told(use, type, "clause", SOMEWHERE), sources, roles.below(clause, codes, false));
        } else if (sources.isEmpty() && targets.size() > 1) {
            stage.both(told(use, type, "mutual", SLOT), targets, targets);
        } else if (among) {
            stage.both(told(use, type, "mutual", SLOT), sources, sources);
        } else if (use.status() == Status.INTENDED && use.entry().id().equals("visit")) {
            drafts.add(told(use, type, "clause", SLOT), sources, targets);
        } else {
            stage.both(told(use, type, "mutual", SLOT), sources, targets);
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

    /** An agent that a passive or a crowd leaves to the place: "was arrested in Lebanon", "people in Hanoi marched". */
    private List<Actor> hidden(Clause clause, EventType type) {
        if (clause.passive() && (EventTypes.force(type) || type == EventType.AID || type == EventType.SANCTION)) {
            List<Actor> origin = first(roles.behind(clause, "from"), roles.behind(clause, "at"), occasion(clause));
            if (!origin.isEmpty()) {
                return origin;
            }
        }
        if (clause.passive() && type == EventType.PROTEST) {
            return first(host(clause), roles.behind(clause, "to"));
        }
        if (clause.passive() && type == EventType.SANCTION) {
            return stage.childrenOf(clause).stream()
                    .filter(c ->
                            c.relation() == Relation.INFINITIVE && c.lemma().equals("leave"))
                    .map(c -> roles.object(c, Set.of()))
                    .findFirst()
                    .orElse(List.of());
        }
        boolean arrest = clause.passive() && (type == EventType.COERCE || type == EventType.ACCUSE);
        boolean crowd = !clause.passive() && type == EventType.PROTEST && clause.subject() != null;
        return arrest || crowd ? roles.behind(clause, "in") : List.of();
    }

    /** Whether people of a country act without being its forces: what they attack, they protest against. */
    private boolean crowd(Clause clause) {
        return clause.subject() != null
                && stage.lexicon().in("crowd", scene.singular(clause.subject().head()));
    }

    /** The rule's name says where the target was found: in the verb's own place, elsewhere, or nowhere in the clause. */
    private static String rule(Clause clause, double confidence) {
        String voice = clause.passive() ? "passive" : "clause";
        return confidence == SLOT ? voice : voice + (confidence == IMPLIED ? " implied" : " elsewhere");
    }

    /** "were killed when X shelled …". */
    private List<Actor> occasion(Clause clause) {
        for (Clause child : stage.childrenOf(clause)) {
            boolean force = child.relation() == Relation.ADVERBIAL
                    && stage.matcher().entries(child).stream().limit(1).anyMatch(e -> e.type() == EventType.ASSAULT);
            if (force) {
                return child.passive() ? roles.behind(child, "by") : scene.agents(child.subject());
            }
        }
        return List.of();
    }

    /** Whether the words go to somebody of the speaker's own: "warned its citizens". */
    private boolean addressed(VerbEntry entry, Clause clause) {
        boolean speaks = entry.operator() == Operator.WARN
                || entry.operator() == Operator.URGE
                || entry.operator() == Operator.DEMAND;
        return speaks
                && clause.object() != null
                && !scene.actors(clause.object()).isEmpty();
    }

    private static boolean reachesDown(VerbEntry entry, EventType type) {
        boolean governs =
                switch (entry.operator()) {
                    case WARN, THREATEN, DEMAND, OFFER, ADMIT -> true;
                    default -> false;
                };
        return governs
                || entry.has("below")
                || type == EventType.MOBILIZE
                || type == EventType.ASSAULT
                || type == EventType.PROTEST;
    }

    /** The target that the words leave out: the accuser, the speaker, the other side of the verb before or of the quarrel. */
    private List<Actor> implied(Use use, EventType type, Set<String> codes) {
        Context context = use.context();
        if (use.entry().has("third")) {
            return Actor.without(enclosing(use.clause()), codes);
        }
        Clause above = use.clause().parent();
        if (type == EventType.AID
                && use.clause().passive()
                && above != null
                && use.clause().relation() == Relation.RELATIVE) {
            return Actor.without(scene.agents(above.subject()), codes);
        }
        List<Actor> counterpart = Actor.without(context.counterpart(), codes);
        boolean reported = context.status() == Status.REPORTED;
        if (!counterpart.isEmpty() && (!reported || EventTypes.hostile(type))) {
            return counterpart;
        }
        if (reported && context.counterpart().isEmpty()) {
            return List.of();
        }
        boolean aimless = use.clause().object() == null || use.entry().pattern() || type == EventType.REQUEST;
        if (aimless
                && (use.clause().conjoined() && !EventTypes.force(type)
                        || use.status() == Status.INTENDED && EventTypes.hostile(type))) {
            List<Actor> shared = stage.lastTarget(codes);
            if (!shared.isEmpty()) {
                return shared;
            }
        }
        boolean demanding =
                use.entry().operator() == Operator.DEMAND && use.clause().object() != null;
        if (codes.isEmpty() || !EventTypes.hostile(type) && !demanding) {
            return List.of();
        }
        if (demanding) {
            return stage.opponent(codes);
        }
        if (context.said()
                && EventTypes.force(type)
                && !codes.containsAll(Actor.codes(context.voice().actors()))) {
            return Actor.without(context.voice().actors(), codes);
        }
        NounGroup gap = Matcher.gap(use.clause());
        boolean pointing =
                use.entry().operator() == Operator.CONDEMN || use.entry().operator() == Operator.REJECT;
        if (pointing
                && (gap != null
                        || use.clause().object() == null
                        || scene.pointsBack(use.clause().object()))) {
            return stage.lastNamed(codes, true);
        }
        boolean domestic = use.entry().has("object")
                || use.clause().object() != null && !use.entry().pattern();
        return domestic ? List.of() : stage.opponent(codes);
    }

    /** The actors of the clauses around a clause: the parties to "a deal brokered by X". */
    private List<Actor> enclosing(Clause clause) {
        Clause at = clause.parent();
        for (int i = 0; at != null && i < 6; i++) {
            List<Actor> subject = scene.agents(at.subject());
            if (subject.size() > 1) {
                return subject;
            }
            at = at.parent();
        }
        return List.of();
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
