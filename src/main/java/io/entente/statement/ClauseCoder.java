package io.entente.statement;

import static io.entente.statement.Stage.act;
import static io.entente.statement.Stage.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import io.entente.statement.Targets.Aim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes what the clauses of one sentence tell: who does what to whom. */
final class ClauseCoder {

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
    private final Together together;
    private final Endings endings;
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
        this.together = new Together(stage);
        this.endings = new Endings(stage);
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
                if (endings.barred(use, entry.type())) {
                    return;
                }
                act(use, entry.type());
                return;
            }
            if (entry.operator() == Operator.PROMISE && promised(use)) {
                return;
            }
        }
        together.jointly(clause, context);
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
        drafts.add(use.told(EventType.SUPPORT, "promise", Targets.IMPLIED), use.sources(), receivers);
        return true;
    }

    private static boolean speakerActs(List<Actor> sources, Context context) {
        return context.voice().narrator()
                || Actor.codes(context.voice().actors()).containsAll(Actor.codes(sources));
    }

    private void act(Use use, EventType type) {
        consume(use);
        if (endings.ended(use, type)
                || endings.undertaken(use)
                || type == EventType.MOBILIZE && (supports(use.clause()) || purposes.helps(use) || lends(use))
                || turned(use, type)
                || endings.stopped(use, type)) {
            return;
        }
        List<Actor> sources = use.sources().isEmpty() ? doers.hidden(use, type) : use.sources();
        sources = type == EventType.AID ? doers.helping(use.clause(), sources) : sources;
        Set<String> codes = Actor.codes(sources);
        if (EventTypes.hostile(type) && requested(use, type, sources)) {
            return;
        }
        if (use.entry().mutual() || together.reciprocal(use.clause())) {
            together.mutual(use, type, sources, codes);
            return;
        }
        Aim aim = targets.named(use, type, codes);
        if (aim == null) {
            return;
        }
        if (aim.nobody() && codes.size() > 1 && !use.entry().has("object") && together.friendly(use, type, sources)) {
            stage.both(use.told(type, "mutual", Targets.SOMEWHERE), sources, sources);
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
                    drafts.add(use.told(EventType.AID, "requested", Targets.SOMEWHERE), sources, asking);
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
                drafts.add(use.told(EventType.ACCUSE, "complaint", confidence), sources, culprits);
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
        drafts.add(use.told(told, rule(use.clause(), confidence), confidence), sources, aim.actors());
        if (told == EventType.ACCUSE && use.status() == Status.ASSERTED) {
            allegations.blamed(use, aim.actors());
        }
        if (purposes.conditional(use, type)) {
            drafts.add(use.asserted(EventType.THREATEN, "condition", confidence), sources, aim.actors());
        }
        if (use.entry().operator() == Operator.THANK && use.status() == Status.ASSERTED) {
            received(use, sources, aim.actors());
        }
        if (use.entry().has("switch")) {
            drafts.add(
                    use.told(EventType.SANCTION, "switch", Targets.SLOT),
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
                drafts.add(use.asserted(EventType.AID, "gift", Targets.SOMEWHERE), givers, receivers);
            }
        }
    }

    /** Whether the subject is not who does it: "drew criticism from X", "X angered Y". Then it is told that way round. */
    private boolean turned(Use use, EventType type) {
        Clause clause = use.clause();
        if (use.entry().slots().contains("subj")) {
            drafts.add(use.told(type, "swapped", Targets.SLOT), doers.ofSuffered(use), scene.actors(clause.subject()));
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
        drafts.add(use.told(type, "experiencer", Targets.SOMEWHERE), moved, causers);
        return true;
    }

    /** Who did what a noun names: "the sanctions imposed by X". */
    private List<Actor> authors(@Nullable NounGroup group, Set<String> codes) {
        NounEntry noun = group == null ? null : scene.event(group);
        return group == null || noun == null
                ? List.of()
                : Actor.without(stage.nouns().agents(group, noun), codes);
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
                drafts.add(use.told(EventType.AID, "lent", Targets.SLOT), use.sources(), there);
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
}
