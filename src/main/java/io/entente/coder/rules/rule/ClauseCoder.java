package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;
import static io.entente.coder.rules.rule.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Evidence;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.FactualityResolver;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.coder.rules.rule.TargetResolver.Aim;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes what the clauses of one sentence tell: who does what to whom. */
public final class ClauseCoder {
    private static final double DISSUASION = -5;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;
    private final SupportVerbs governed;
    private final JudgementCoder judgements;
    private final SpeechCoder speech;
    private final PurposeClauses purposes;
    private final AgentResolver doers;
    private final TargetResolver targets;
    private final ReciprocalEvents together;
    private final CessationRules endings;
    private final AllegationCoder allegations;
    private final ContextualTypes types;

    ClauseCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
        this.governed = new SupportVerbs(stage);
        this.judgements = new JudgementCoder(stage);
        this.speech = new SpeechCoder(stage, judgements);
        this.purposes = new PurposeClauses(stage);
        this.doers = new AgentResolver(stage);
        this.targets = new TargetResolver(stage);
        this.together = new ReciprocalEvents(stage);
        this.endings = new CessationRules(stage);
        this.allegations = new AllegationCoder(stage);
        this.types = new ContextualTypes(stage, purposes, allegations);
    }

    void code() {
        scene.parse().clauses().forEach(this::code);
    }

    private void code(Clause clause) {
        Factuality context = stage.contexts().of(clause);
        judgements.judged(clause, context);
        if (stage.contexts().attributes(clause)) {
            return;
        }
        for (VerbEntry entry : stage.matcher().entries(clause)) {
            List<Actor> sources = roles.sources(clause, entry, context);
            if (FactualityResolver.demands(clause) && speech.demand(clause, context, sources)) {
                return;
            }
            Status status = stage.contexts().status(clause, context, speakerActs(clause, sources, context));
            if (status == null) {
                clause.arguments().forEach(stage::take);
                return;
            }
            Predicate use = new Predicate(clause, entry, sources, status, context);
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
            if (entry.operator() == VerbClass.PROMISE && promised(use)) {
                return;
            }
        }
        together.jointly(clause, context);
    }

    /** "promised Zambia cheaper beef". */
    private boolean promised(Predicate use) {
        List<Actor> receivers = use.clause().object() == null
                ? List.of()
                : Actor.without(scene.agents(use.clause().object()), use.codes());
        boolean plain = stage.childrenOf(use.clause()).stream()
                .noneMatch(c -> c.relation() == ClauseRelation.INFINITIVE || c.relation() == ClauseRelation.COMPLEMENT);
        if (!plain || receivers.isEmpty()) {
            return false;
        }
        drafts.add(use.act(EventType.SUPPORT, Rule.PROMISE), use.sources(), receivers);
        return true;
    }

    private boolean speakerActs(Clause clause, List<Actor> sources, Factuality context) {
        return context.voice().narrator()
                ? clause.relation() == ClauseRelation.COMPLEMENT
                        || stage.contexts().agreed()
                : Actor.codes(context.voice().actors()).containsAll(Actor.codes(sources));
    }

    private void act(Predicate use, EventType type) {
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
        if (EventTypes.force(type) || type == EventType.PROTEST) {
            sources = sources.stream().filter(source -> !source.national()).toList();
        }
        Set<String> codes = Actor.codes(sources);
        if (EventTypes.hostile(type) && requested(use, type, sources)) {
            return;
        }
        if (use.entry().mutual() || together.reciprocal(use.clause())) {
            together.mutual(use, type, sources, codes);
            return;
        }
        if (use.entry().has(VerbMark.DRILL) && codes.size() > 1) {
            stage.both(use.act(EventType.COOPERATE, Rule.MUTUAL), sources, sources);
            if (roles.targets(use.clause(), use.entry(), codes).isEmpty()) {
                return;
            }
        }
        Aim aim = targets.named(use, type, codes);
        if (aim == null) {
            return;
        }
        if (aim.nobody()
                && codes.size() > 1
                && !use.entry().has(VerbMark.OBJECT)
                && together.friendly(use, type, sources)) {
            stage.both(use.act(type, Rule.MUTUAL.at(Evidence.ELSEWHERE)), sources, sources);
            return;
        }
        aimed(use, type, sources, aim.nobody() ? targets.implied(use, type, codes) : aim);
    }

    /** "closed its crossings at X's request", "sent soldiers to Latvia at Riga's invitation": what is asked for does no harm. */
    private boolean requested(Predicate use, EventType type, List<Actor> sources) {
        for (NounGroup argument : use.clause().arguments()) {
            boolean asked = argument.preposition() != null
                    && stage.lexicon().in("asked", scene.head(argument))
                    && (argument.preposition().equals("at")
                            || argument.preposition().equals("on"));
            List<Actor> asking = asked ? Actor.without(scene.actors(argument), Actor.codes(sources)) : List.of();
            if (!asking.isEmpty() && !sources.isEmpty()) {
                if (type == EventType.MOBILIZE) {
                    drafts.add(use.act(EventType.AID, Rule.REQUESTED), sources, asking);
                }
                return true;
            }
        }
        return false;
    }

    private void aimed(Predicate use, EventType type, List<Actor> sources, Aim aim) {
        Set<String> codes = Actor.codes(sources);
        Evidence evidence = aim.evidence();
        if (type == EventType.PROTEST && Actor.codes(aim.actors()).equals(Set.of("UNO"))) {
            List<Actor> culprits = roles.culprits(use.clause(), codes);
            if (!culprits.isEmpty()) {
                drafts.add(use.act(EventType.ACCUSE, Rule.COMPLAINT.at(evidence)), sources, culprits);
                return;
            }
        }
        EventType told = types.of(use, type, aim.actors());
        CandidateEvents.Act act = use.act(told, Rule.clause(use.clause().passive(), evidence));
        boolean dissuasion = type == EventType.THREATEN && told == EventType.REQUEST;
        drafts.add(dissuasion ? act.as(told, DISSUASION, use.status()) : act, sources, aim.actors());
        if (use.entry().has(VerbMark.VISIT) && together.confers(use.clause())) {
            drafts.add(use.act(told, Rule.MUTUAL.at(evidence)), aim.actors(), sources);
        }
        if ((told == EventType.ACCUSE || type == EventType.ACCUSE) && use.status() == Status.ASSERTED) {
            allegations.blamed(use, aim.actors());
        }
        if (purposes.conditional(use, type)) {
            drafts.add(use.asserted(EventType.THREATEN, Rule.CONDITION.at(evidence)), sources, aim.actors());
        }
        if (use.entry().operator() == VerbClass.THANK && use.status() == Status.ASSERTED) {
            received(use, sources, aim.actors());
        }
        if (use.entry().has(VerbMark.SWITCH)) {
            drafts.add(
                    use.act(EventType.SANCTION, Rule.SWITCH),
                    sources,
                    Actor.without(roles.after(use.clause(), "from"), codes));
        }
    }

    /** "thanked X for a shipment of masks": X gave it. */
    private void received(Predicate use, List<Actor> receivers, List<Actor> givers) {
        for (NounGroup argument : use.clause().arguments()) {
            boolean gift = "for".equals(argument.preposition())
                    && argument.relative() == null
                    && stage.lexicon().in("gift", scene.singular(argument.head()));
            if (gift) {
                drafts.add(use.asserted(EventType.AID, Rule.GIFT), givers, receivers);
            }
        }
    }

    /** Whether the subject is not who does it: "drew criticism from X", "X angered Y". Then it is reported that way round. */
    private boolean turned(Predicate use, EventType type) {
        Clause clause = use.clause();
        if (use.entry().slots().contains("subj")) {
            drafts.add(use.act(type, Rule.SWAPPED), doers.ofSuffered(use), scene.actors(clause.subject()));
            return true;
        }
        if (!use.entry().has(VerbMark.EXPERIENCER)) {
            return false;
        }
        List<Actor> moved = roles.object(clause, Set.of());
        NounGroup cause = clause.passive() ? null : clause.subject();
        List<Actor> causers = clause.passive()
                ? first(roles.after(clause, "by"), roles.after(clause, "at"), roles.after(clause, "over"))
                : first(authors(cause, Actor.codes(moved)), scene.nearest(cause, Actor.codes(moved), false));
        drafts.add(use.act(type, Rule.EXPERIENCER), moved, causers);
        return true;
    }

    /** Who did what a noun names: "the sanctions imposed by X". */
    private List<Actor> authors(@Nullable NounGroup group, Set<String> codes) {
        NounEntry noun = group == null ? null : scene.event(group);
        return group == null || noun == null
                ? List.of()
                : Actor.without(stage.nouns().agents(group, noun), codes);
    }

    /** "will send 450 soldiers to Latvia, the minister confirmed": reported by who sends them, and not to a border, it is help. */
    private boolean lends(Predicate use) {
        Factuality context = use.context();
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
                drafts.add(use.act(EventType.AID, Rule.LENT), use.sources(), there);
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

    /** The noun of a pattern is reported with its verb, unless somebody else does what it names. */
    private void consume(Predicate use) {
        if (!use.entry().pattern() || use.entry().has(VerbMark.THIRD)) {
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
                    && (use.entry().has(VerbMark.SWITCH)
                            || Actor.without(stage.nouns().agents(group, noun), use.codes())
                                    .isEmpty())) {
                stage.take(group);
            }
        }
    }
}
