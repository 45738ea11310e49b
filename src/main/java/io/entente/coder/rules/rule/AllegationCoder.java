package io.entente.coder.rules.rule;

import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nouns blame on somebody: "blamed X for an attack on Y", "appealed for help against X's meddling". */
public final class AllegationCoder {
    private static final double BAD = -0.6;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    AllegationCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    /** "blamed X for an attack on Y": the attack is reported, as long as nobody but the accuser says so. */
    void blamed(Predicate use, List<Actor> accused) {
        if (stage.lexicon().in(LexiconSet.LAWFUL, use.clause().lemma())) {
            return; // "was charged with the murder of a Briton": it is not his state that did it
        }
        Status status = use.entry().operator() == VerbClass.CONDEMN ? Status.ASSERTED : Status.REPORTED;
        for (NounGroup argument : use.clause().arguments()) {
            NounEntry noun = scene.event(argument);
            boolean deed = noun != null
                    && !noun.mutual()
                    && (EventTypes.force(noun.type()) || noun.type() == EventType.SANCTION);
            if (noun == null
                    || !deed
                    || argument.preposition() == null
                            && use.entry().slots().get(0).equals("obj")) {
                continue;
            }
            List<Actor> victims = stage.nouns().targets(argument, noun, Actor.codes(accused));
            if (!victims.isEmpty()) {
                stage.drafts().add(act(argument, noun, status, use.context(), Rule.NOUN.grounds()), accused, victims);
                stage.take(argument);
            }
        }
    }

    /** "warned of Russian meddling", "asked X for help against Y's bullying": who speaks so of somebody blames him. */
    boolean aired(NounGroup group, @Nullable NounEntry noun, @Nullable Clause clause) {
        if (!misdeed(group, noun)
                || clause == null
                || group.preposition() == null
                || clause.negated()
                || !speaks(clause)) {
            return false;
        }
        Factuality context = stage.contexts().of(clause);
        List<Actor> speakers = context.said() && !context.voice().actors().isEmpty()
                ? context.voice().actors()
                : stage.roles().subject(clause, context, 3);
        List<Actor> blamed = owners(group);
        if (context.status() == null || blamed.isEmpty()) {
            return false;
        }
        stage.drafts()
                .add(
                        new CandidateEvents.Act(
                                EventType.ACCUSE,
                                -2,
                                Status.ASSERTED,
                                null,
                                group.head(),
                                group.head() + 1,
                                context,
                                Rule.AIRED.grounds(),
                                List.of(scene.head(group))),
                        speakers,
                        blamed);
        return noun == null || noun.has(NounMark.MISDEED);
    }

    /** Whether a warning is one of what somebody else does: "warned of Russian meddling". */
    boolean airs(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            boolean about = "of".equals(argument.preposition()) || "about".equals(argument.preposition());
            if (about
                    && misdeed(argument, scene.event(argument))
                    && !owners(argument).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the group names conduct that one blames on somebody. */
    boolean misdeed(NounGroup group, @Nullable NounEntry noun) {
        return noun != null && noun.has(NounMark.MISDEED) || stage.lexicon().judgement(scene.head(group)) <= BAD;
    }

    private List<Actor> owners(NounGroup group) {
        return scene.actors(group).stream()
                .filter(actor -> actor.mention().first() < group.head())
                .toList();
    }

    private boolean speaks(Clause clause) {
        return switch (stage.matcher().operator(clause)) {
            case SAY, WARN, URGE, ASK, DEMAND, COMPLAIN, CALL, RESPOND, HITBACK, ALLEGE -> true;
            default ->
                stage.matcher().entries(clause).stream()
                        .anyMatch(e -> e.type() == EventType.REQUEST || e.type() == EventType.STATEMENT);
        };
    }
}
