package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;
import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Codes what is done by speaking: denying, refusing, answering, threatening, demanding. */
final class SpeechCoder {

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;
    private final JudgementCoder judgements;
    private final DirectiveCoder orders;

    SpeechCoder(SentenceCodingState stage, JudgementCoder judgements) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
        this.judgements = judgements;
        this.orders = new DirectiveCoder(stage);
    }

    /** Codes the verb if it is one of these and says something by itself. */
    Answer code(Predicate use) {
        return Answer.handledIf(
                switch (use.entry().operator()) {
                    case CALL -> judgements.call(use);
                    case DENY -> deny(use);
                    case REFUSE, REJECT -> refuse(use);
                    case RESPOND -> respond(use);
                    case SAY -> orders.threat(use) || orders.command(use);
                    case DO -> orders.order(use);
                    case PROMISE -> orders.undertaking(use) || orders.promise(use);
                    default -> false;
                });
    }

    /** "Russia said that Sudan must return the helicopter". */
    boolean demand(Clause clause, Factuality context, List<Actor> sources) {
        List<Actor> speakers = context.voice().actors();
        List<Actor> asked =
                Actor.without(clause.passive() ? roles.object(clause, Set.of()) : sources, Actor.codes(speakers));
        if (speakers.isEmpty() || asked.isEmpty()) {
            return false;
        }
        boolean must = scene.lower(clause.first()).equals("must");
        drafts.add(
                act(
                        clause,
                        EventType.REQUEST,
                        must ? -5 : judgements.harms(clause) ? -3 : 1,
                        Status.ASSERTED,
                        context,
                        Rule.DEMAND.grounds(),
                        null),
                speakers,
                asked);
        return true;
    }

    /** "Tehran denied that it had …": a mere remark to who said so. */
    private boolean deny(Predicate use) {
        NounGroup denied = use.clause().object();
        NounEntry noun = denied == null ? null : scene.event(denied);
        List<Actor> accusers = first(
                denied == null || noun == null
                        ? List.of()
                        : Actor.without(stage.nouns().agents(denied, noun), use.codes()),
                stage.memory().accuser(use.codes()),
                stage.memory().lastToward(use.codes(), true));
        drafts.add(
                act(
                        use.clause(),
                        EventType.STATEMENT,
                        0,
                        Status.ASSERTED,
                        use.context(),
                        Rule.DENIAL.grounds(),
                        use.entry()),
                use.sources(),
                accusers);
        if (denied != null && noun != null && noun.type() == EventType.ACCUSE) {
            drafts.add(
                    SentenceCodingState.act(denied, noun, Status.ASSERTED, Factuality.NARRATED, Rule.NOUN.grounds()),
                    Actor.without(stage.nouns().agents(denied, noun), use.codes()),
                    use.sources());
        }
        return true;
    }

    /** "refused to lift the curfew on X" rejects X; "refused" alone, who asked; "refused to condemn X" is not a condemnation. */
    private boolean refuse(Predicate use) {
        boolean refuses = use.entry().id().equals("refuse")
                || use.entry().id().equals("decline")
                || use.entry().id().equals("fail");
        Clause what = null;
        for (Clause child : stage.childrenOf(use.clause())) {
            what = child.relation() == ClauseRelation.INFINITIVE && what == null ? child : what;
        }
        if (!refuses || use.clause().object() != null) {
            return use.entry().type() == null;
        }
        if (use.entry().id().equals("fail") && (what == null || !agreeing(what))) {
            return true;
        }
        if (what != null && hostile(what)) {
            return true;
        }
        Set<String> codes = use.codes();
        List<Actor> asked =
                what == null ? stage.memory().lastToward(codes, true) : roles.below(use.clause(), codes, true);
        if (codes.size() > 1 && asked.isEmpty() && (what == null || mutual(what))) {
            stage.both(use.act(EventType.REJECT, -4, Rule.REFUSAL), use.sources(), use.sources());
        } else {
            asked = asked.isEmpty() ? stage.memory().lastToward(codes, true) : asked;
            drafts.add(use.act(EventType.REJECT, -4, Rule.REFUSAL), use.sources(), asked);
        }
        return true;
    }

    private boolean agreeing(Clause clause) {
        return stage.matcher().entries(clause).stream().anyMatch(e -> e.type() == EventType.AGREE);
    }

    private boolean mutual(Clause clause) {
        return stage.matcher().entries(clause).stream().anyMatch(VerbEntry::mutual);
    }

    private boolean hostile(Clause clause) {
        return stage.matcher().entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.type() != null && EventTypes.hostile(e.type()));
    }

    /** "will not accept lectures from X", "would not be bullied by X", "said it did not recognise X". */
    Answer defiance(Predicate use) {
        Clause clause = use.clause();
        boolean ready =
                use.entry().operator() == VerbClass.OFFER && clause.lemma().equals("be");
        boolean grants = ready || use.entry().operator() == VerbClass.ACCEPT;
        boolean defies = use.status() == Status.DENIED
                && (clause.negated() || scene.denies(clause.subject()))
                && clause.modality() != Modality.DUTY
                && (clause.modality() == Modality.NONE
                        ? grants && (use.context().said() || vowed(clause))
                        : grants || clause.passive() || willNotDeal(use));
        if (!defies) {
            return Answer.CONTINUE;
        }
        List<Actor> sources = clause.passive() ? roles.speaking(clause.subject(), use.context()) : use.sources();
        Set<String> codes = Actor.codes(sources);
        List<Actor> others = clause.passive()
                ? first(roles.after(clause, "by"), roles.after(clause, "into"))
                : first(
                        roles.targets(clause, use.entry(), codes),
                        roles.anywhere(clause, codes),
                        stage.memory().opponent(codes));
        drafts.add(
                act(clause, EventType.REJECT, -3, Status.ASSERTED, use.context(), Rule.DEFIANCE.grounds(), use.entry()),
                sources,
                others);
        return Answer.HANDLED;
    }

    /** "vowed not to recognise X". */
    private boolean vowed(Clause clause) {
        Clause parent = clause.relation() == ClauseRelation.INFINITIVE ? clause.parent() : null;
        return parent != null
                && switch (stage.matcher().operator(parent)) {
                    case VOW, PROMISE, PLAN, THREATEN -> true;
                    default -> false;
                };
    }

    /** "would not negotiate with X": what is kept from X is a rejection. */
    private static boolean willNotDeal(Predicate use) {
        EventType type = use.entry().type();
        return type == EventType.CONSULT || type == EventType.AGREE || type == EventType.CONCEDE;
    }

    /** "vowed to retaliate" threatens, "responded in kind" does the same. */
    private boolean respond(Predicate use) {
        Set<String> codes = use.codes();
        List<Actor> others = first(
                roles.targets(use.clause(), use.entry(), codes), stage.memory().opponent(codes));
        boolean kind = use.clause().arguments().stream()
                .anyMatch(a -> "in".equals(a.preposition()) && scene.head(a).equals("kind"));
        if (use.status() == Status.INTENDED && !use.clause().lemma().equals("answer") && !kind) {
            drafts.add(
                    act(
                            use.clause(),
                            EventType.THREATEN,
                            -5,
                            Status.ASSERTED,
                            use.context(),
                            Rule.REPLY.grounds(),
                            use.entry()),
                    use.sources(),
                    others);
        }
        for (NounGroup argument : use.clause().arguments()) {
            NounEntry noun = "with".equals(argument.preposition()) || "by".equals(argument.preposition())
                    ? scene.event(argument)
                    : null;
            if (noun != null && noun.type() != EventType.STATEMENT && !noun.has(NounMark.ASSET)) {
                List<Actor> targets = first(
                        stage.nouns().targets(argument, noun, codes), scene.nearest(argument, codes, false), others);
                drafts.add(use.act(noun.type(), noun.intensity(), Rule.REPLY), use.sources(), targets);
                return stage.take(argument);
            }
        }
        if (kind || use.clause().lemma().equals("retaliate") && use.status() == Status.ASSERTED) {
            for (CandidateEvent draft : stage.memory().toward(codes)) {
                if (EventTypes.hostile(draft.type())) {
                    drafts.add(
                            use.act(draft.type(), draft.intensity(), Rule.REPLY),
                            use.sources(),
                            List.of(draft.source()));
                }
            }
        }
        return true;
    }
}
