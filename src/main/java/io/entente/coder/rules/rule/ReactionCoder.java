package io.entente.coder.rules.rule;

import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes what answers an act that a noun names: "rejected French criticism", "accepted the offer", "hailed the collapse of a deal". */
public final class ReactionCoder {

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final NounRoles nouns;
    private final CandidateEvents drafts;

    ReactionCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.nouns = stage.nouns();
        this.drafts = stage.drafts();
    }

    /** The answer goes to who did what is answered, and that he did it is reported, too. */
    boolean code(Predicate use, NounGroup group, NounEntry noun) {
        Set<String> codes = use.codes();
        if (use.entry().operator() == VerbClass.AGREE && noun.type() != EventType.REQUEST) {
            return false;
        }
        if (noun.has(NounMark.UNDOING)) {
            return glee(use, group);
        }
        List<Actor> agents = Actor.without(nouns.agents(group, noun), codes);
        if (noun.mutual() && (agents.isEmpty() || use.entry().operator() != VerbClass.REJECT)) {
            agents = Actor.without(nouns.participants(group, noun), codes);
        }
        List<Actor> partners = new ArrayList<>(agents);
        if (use.entry().operator() == VerbClass.REJECT && material(noun)) {
            partners.addAll(Actor.without(nouns.targets(group, noun, codes), Actor.codes(agents)));
        }
        boolean aimed = !nouns.targets(group, noun, codes).isEmpty();
        boolean gap = group == PatternMatcher.gap(use.clause());
        if (agents.isEmpty() && noun.has(NounMark.ECHO) && (!aimed || noun.type() == EventType.STATEMENT)) {
            partners = stage.memory().lastToward(codes, EventTypes.hostile(noun.type()));
            partners = partners.isEmpty() && definite(group) && noun.type() != EventType.STATEMENT
                    ? stage.memory().doer(noun.type(), codes)
                    : partners;
            partners = partners.isEmpty() && (definite(group) || gap)
                    ? stage.memory().lastNamed(codes, true)
                    : partners;
        } else if (agents.isEmpty() && noun.mutual() && (definite(group) || gap) && noun.type() != EventType.ASSAULT) {
            partners = stage.memory().parties(codes);
        }
        EventType type = answerType(use.entry(), noun);
        if (partners.isEmpty() && aimed && drafts.anybody() && use.entry().operator() == VerbClass.REJECT) {
            return defend(use, group, noun);
        }
        if (type == null || partners.isEmpty()) {
            return aimed && !noun.mutual() && EventTypes.hostile(noun.type());
        }
        double intensity = type == use.entry().type() ? use.entry().intensity() : EventTypes.intensity(type);
        drafts.add(
                use.act(type, intensity, agents.isEmpty() ? Rule.ANSWER_IMPLIED : Rule.ANSWER),
                use.sources(),
                partners);
        if (!agents.isEmpty()) {
            presupposed(use, group, noun, agents);
        }
        return stage.take(group);
    }

    /** "rejected criticism of X", whoever criticised: a good word for X. */
    private boolean defend(Predicate use, NounGroup group, NounEntry noun) {
        if (EventTypes.hostile(noun.type())) {
            EventType type = EventType.SUPPORT;
            double intensity = EventTypes.intensity(type);
            drafts.add(use.act(type, intensity, Rule.DEFENDED), use.sources(), nouns.targets(group, noun, use.codes()));
        }
        return stage.take(group);
    }

    private void presupposed(Predicate use, NounGroup group, NounEntry noun, List<Actor> agents) {
        boolean act = !noun.mutual()
                && noun.type() != EventType.STATEMENT
                && !noun.has(NounMark.MISDEED)
                && !noun.has(NounMark.ASSET)
                && !(use.entry().operator() == VerbClass.REJECT && material(noun))
                && noun.type() != EventType.COOPERATE;
        boolean truce = noun.mutual() && noun.type() == EventType.RETREAT && agents.size() > 1;
        if (truce && use.entry().operator() == VerbClass.WELCOME) {
            stage.both(
                    act(group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.NOUN.at(EvidenceGrade.IN_PLACE)),
                    agents,
                    agents);
        }
        List<Actor> targets = nouns.targets(group, noun, Actor.codes(agents));
        boolean addressed =
                switch (noun.type()) {
                    case ACCUSE, REQUEST, THREATEN, PROTEST, REJECT -> true;
                    default -> false;
                };
        if (act && !stage.nounFactuality().whatever(group) && (addressed || !targets.isEmpty())) {
            drafts.add(
                    act(group, noun, Status.ASSERTED, use.context(), Rule.NOUN.at(EvidenceGrade.IN_PLACE)),
                    agents,
                    targets.isEmpty() ? use.sources() : targets);
        }
    }

    /** Whether the noun names something that is given, so that who rejects it keeps it from others. */
    private static boolean material(NounEntry noun) {
        return noun.type() == EventType.AID || noun.type() == EventType.SUPPORT || noun.type() == EventType.COOPERATE;
    }

    /** "hailed the collapse of a deal between X and Y". */
    private boolean glee(Predicate use, NounGroup group) {
        boolean pleased =
                use.entry().operator() == VerbClass.WELCOME || use.entry().operator() == VerbClass.SUPPORT;
        for (NounGroup modifier : NounRoles.chain(group)) {
            NounEntry ended = scene.event(modifier);
            if (ended != null) {
                List<Actor> sides = Actor.without(nouns.participants(modifier, ended), use.codes());
                drafts.add(use.act(EventType.STATEMENT, pleased ? -3 : 0, Rule.GLEE), use.sources(), sides);
                return stage.take(modifier);
            }
        }
        return stage.take(group);
    }

    private boolean definite(NounGroup group) {
        String opener = scene.lower(group.first());
        return opener.equals("the")
                || opener.equals("this")
                || opener.equals("that")
                || opener.equals("such")
                || opener.equals("these");
    }

    private static @Nullable EventType answerType(VerbEntry entry, NounEntry noun) {
        boolean yields = noun.id().equals("demand") || noun.id().equals("ultimatum") || EventTypes.hostile(noun.type());
        return switch (entry.operator()) {
            case ACCEPT -> yields ? EventType.CONCEDE : EventType.AGREE;
            case AGREE -> EventType.AGREE;
            default -> entry.type();
        };
    }
}
