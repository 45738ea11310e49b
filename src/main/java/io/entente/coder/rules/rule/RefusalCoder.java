package io.entente.coder.rules.rule;

import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.Modality;
import java.util.List;
import java.util.Set;

/** Refusals to an addressee: "told X that the island was not for sale", "told X that its help was unwelcome". */
public final class RefusalCoder {

    private final SentenceCodingState stage;

    RefusalCoder(SentenceCodingState stage) {
        this.stage = stage;
    }

    /**
     * Codes the clause if its words refuse something to whoever hears them.
     *
     * @param end index after the clause's words
     */
    boolean code(Clause clause, Factuality context, int end) {
        Set<String> speakers = Actor.codes(context.voice().actors());
        List<Actor> hearers = Actor.without(context.counterpart(), speakers);
        if (hearers.isEmpty() || !refuses(clause, speakers, end)) {
            return false;
        }
        stage.drafts()
                .add(
                        act(clause, EventType.REJECT, -3, Status.ASSERTED, context, Rule.REFUSED.grounds(), null),
                        context.voice().actors(),
                        hearers);
        return true;
    }

    private boolean refuses(Clause clause, Set<String> speakers, int end) {
        boolean copula = clause.lemma().equals("be") || clause.lemma().equals("remain");
        if (copula && clause.modality() != Modality.POSSIBLE) {
            return says(clause.negated() ? LexiconSet.WITHHELD : LexiconSet.UNWANTED, clause.last(), end);
        }
        boolean speakersOwn = clause.negated()
                && (clause.modality() == Modality.FUTURE || clause.modality() == Modality.WOULD)
                && !clause.passive()
                && speakers.containsAll(Actor.codes(stage.scene().actors(clause.subject())));
        return speakersOwn && gives(clause);
    }

    /** Whether the verb grants something, so that not to do it is a refusal. */
    private boolean gives(Clause clause) {
        if (stage.lexicon().in(LexiconSet.GRANTING, AnnotatedSentence.key(clause))) {
            return true;
        }
        return stage.matcher().entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.operator() == VerbClass.ACCEPT
                        || e.operator() == VerbClass.AGREE
                        || e.type() != null && !EventTypes.hostile(e.type()) && e.type() != EventType.STATEMENT);
    }

    private boolean says(LexiconSet set, int first, int end) {
        for (int i = first; i < end; i++) {
            if (stage.lexicon().in(set, stage.scene().lower(i))) {
                return true;
            }
        }
        return false;
    }
}
