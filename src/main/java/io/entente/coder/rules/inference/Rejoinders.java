package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.Antecedents;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that names nobody but those who act in it, and answers the sentence before: "Uganda calls the vote a sham", "Uganda recalls its
 * ambassador", "Uganda offers help".
 */
final class Rejoinders implements Runnable {
    private static final double BAD = -0.5;
    private static final double GOOD = 0.6;

    private final SentenceCodingState state;
    private final AnnotatedSentence scene;

    Rejoinders(SentenceCodingState state) {
        this.state = state;
        this.scene = state.scene();
    }

    @Override
    public void run() {
        if (!state.drafts().all().isEmpty() || !alone()) {
            return;
        }
        for (Clause clause : scene.parse().clauses()) {
            if (clause.finite() && clause.relation() == ClauseRelation.MAIN) {
                code(clause);
            }
        }
    }

    /** Whether the sentence names no state but those who act in it. */
    private boolean alone() {
        List<ActorMention> mentions = scene.mentions();
        Set<String> acting = scene.parse().clauses().stream()
                .filter(clause -> clause.finite() && clause.relation() == ClauseRelation.MAIN)
                .findFirst()
                .map(clause -> Actor.codes(scene.agents(clause.subject())))
                .orElse(Set.of());
        return mentions.stream()
                .allMatch(mention -> mention.code().equals(mentions.get(0).code()) || acting.contains(mention.code()));
    }

    private void code(Clause clause) {
        Factuality context = state.contexts().of(clause);
        List<Actor> speakers = context.said()
                ? context.voice().actors()
                : state.roles().subject(clause, context, 1).stream()
                        .filter(actor -> actor.countryOrBloc() && !actor.national())
                        .toList();
        Status status = state.contexts().status(clause, context, true);
        if (clause.passive() || speakers.isEmpty() || status == null || status == Status.DENIED) {
            return;
        }
        EventType type = type(clause);
        if (type == null) {
            return;
        }
        Set<String> codes = Actor.codes(speakers);
        Antecedents antecedents = state.memory().antecedents();
        List<Actor> answered = gives(type, clause)
                ? antecedents.stricken(codes)
                : type == EventType.REQUEST && appeals(clause)
                        ? antecedents.involved(codes)
                        : antecedents.answered(codes);
        boolean vague = type == EventType.STATEMENT && !object(clause); // "X and Y voiced concern"
        if (vague && (codes.size() > 1 || Actor.codes(answered).size() > 1)) {
            return;
        }
        double intensity = state.matcher().entries(clause).stream()
                .filter(entry -> entry.type() == type)
                .findFirst()
                .map(VerbEntry::intensity)
                .orElse(EventTypes.intensity(type));
        state.drafts()
                .add(
                        SentenceCodingState.act(
                                clause, type, intensity, status, context, Rule.REJOINDER.grounds(), null),
                        speakers,
                        answered);
    }

    /** What the clause says of what was done before; null if it does not answer it. */
    private @Nullable EventType type(Clause clause) {
        List<VerbEntry> entries = state.matcher().entries(clause);
        VerbEntry entry = entries.isEmpty() ? null : entries.get(0);
        if (entry == null) {
            return null;
        }
        return switch (entry.operator()) {
            case SAY -> said(clause);
            case CALL -> appeals(clause) ? EventType.REQUEST : judged(clause);
            case URGE -> clause.lemma().equals("appeal") && appeals(clause) ? EventType.REQUEST : null;
            case REJECT -> pointing(clause) && state.childrenOf(clause).isEmpty() ? entry.type() : null;
            case CONDEMN, COMPLAIN, HITBACK, WELCOME -> pointing(clause) ? entry.type() : null;
            case SUPPORT -> object(clause) && !clause.lemma().equals("defend") ? entry.type() : null;
            case DEMAND -> clause.object() != null ? EventType.REQUEST : null;
            case LIFT -> asset(clause) ? EventType.SANCTION : null;
            case THREATEN, VOW -> entry.type() == EventType.THREATEN ? entry.type() : null;
            default -> deed(clause, entry);
        };
    }

    /** "summoned the ambassador", "recalled its envoy", "voiced concern", "sent a field hospital". */
    private @Nullable EventType deed(Clause clause, VerbEntry entry) {
        EventType type = entry.type();
        if (type == null) {
            return null;
        }
        return switch (type) {
            case PROTEST -> pointing(clause) || unaddressed(clause, entry) ? type : null;
            case ACCUSE, THREATEN, STATEMENT -> object(clause) || unaddressed(clause, entry) ? type : null;
            case SUPPORT -> gives(type, clause) || object(clause) ? type : null;
            case SANCTION -> entry.has(VerbMark.RECALL) || asset(clause) ? type : null;
            case AGREE -> clause.arguments().isEmpty() ? type : null;
            case AID, REQUEST -> gives(type, clause) ? type : null;
            default -> null;
        };
    }

    /** "says the plan is unacceptable", "says it does not agree with the decision". */
    private @Nullable EventType said(Clause clause) {
        for (Clause content : state.childrenOf(clause)) {
            NounGroup subject = content.subject();
            if (content.relation() != ClauseRelation.COMPLEMENT || subject == null) {
                continue;
            }
            if (content.negated() && agrees(content)) {
                return EventType.REJECT;
            }
            if (pointer(subject)) {
                return verdict(state.judgement(content.verb(), state.roles().end(content)));
            }
        }
        return null;
    }

    private boolean agrees(Clause clause) {
        return clause.arguments().stream().allMatch(this::pointer)
                && state.matcher().entries(clause).stream()
                        .anyMatch(entry -> entry.type() == EventType.AGREE || entry.type() == EventType.SUPPORT);
    }

    /** "calls for restraint", "appeals for calm". */
    private boolean appeals(Clause clause) {
        return !clause.arguments().isEmpty()
                && clause.arguments().stream().allMatch(argument -> "for".equals(argument.preposition()));
    }

    /** "voiced concern": words that say all but whom they are meant for. */
    private boolean unaddressed(Clause clause, VerbEntry entry) {
        return entry.pattern() && scene.actors(clause.object()).isEmpty();
    }

    private boolean object(Clause clause) {
        return clause.object() != null && pointer(clause.object());
    }

    private @Nullable EventType judged(Clause clause) {
        return clause.object() == null || object(clause)
                ? verdict(state.judgement(clause.last(), state.roles().end(clause)))
                : null;
    }

    private static @Nullable EventType verdict(double judgement) {
        if (judgement >= GOOD) {
            return EventType.SUPPORT;
        }
        return judgement <= BAD ? EventType.ACCUSE : judgement < 0 ? EventType.STATEMENT : null;
    }

    /** Whether the clause has nothing for its object but what points back. */
    private boolean pointing(Clause clause) {
        return clause.arguments().stream()
                .filter(argument -> argument.preposition() == null
                        || "against".equals(argument.preposition())
                        || "over".equals(argument.preposition())
                        || "at".equals(argument.preposition()))
                .allMatch(this::pointer);
    }

    /** "it", "the decision", "their presence". */
    private boolean pointer(NounGroup group) {
        int noun = group.head();
        while (noun > group.first() + 1 && state.lexicon().judgement(scene.lower(noun)) != 0) {
            noun--; // "calls the law illegal"
        }
        String head = scene.singular(noun);
        String second = group.last() > group.first() + 1 ? scene.lower(group.first() + 1) : "";
        return scene.pointsBack(group)
                || head.equals("they")
                || FunctionWords.POINTER.has(scene.lower(group.first()))
                        && scene.actors(group).isEmpty()
                        && group.modifiers().isEmpty()
                        && !second.equals("other") // "took the other side", "voiced the same fear"
                        && !second.equals("same");
    }

    /** "suspends military ties", "breaks off relations". */
    private boolean asset(Clause clause) {
        NounGroup object = clause.object();
        if (object == null) {
            return false;
        }
        boolean amount = object.modifiers().stream().anyMatch(this::shared); // "$5 million in aid"
        return shared(object) || amount;
    }

    private boolean shared(NounGroup group) {
        NounEntry noun = scene.event(group);
        return noun != null
                && (noun.has(NounMark.ASSET) || noun.type() == EventType.COOPERATE || noun.type() == EventType.AID);
    }

    /** "offers help", "sends rescuers", "expresses condolences". */
    private boolean gives(EventType type, Clause clause) {
        NounGroup object = clause.object();
        if (object == null || EventTypes.hostile(type)) {
            return false;
        }
        String head = scene.singular(object.head());
        NounEntry noun = scene.event(object);
        boolean comforts = type == EventType.SUPPORT && noun != null && noun.type() == EventType.SUPPORT;
        return comforts
                || type == EventType.AID
                || noun != null && noun.type() == EventType.AID
                || scene.in(LexiconSet.HELPER, head);
    }
}
