package io.entente.coder.rules.inference;

import static io.entente.coder.rules.clause.Actor.first;
import static io.entente.coder.rules.discourse.SentenceCodingState.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** What a quote without a verb says of what was reported before: "a grave mistake," said X. */
final class QuotedJudgements implements Runnable {
    private static final double JUDGEMENT = 0.4;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    QuotedJudgements(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    @Override
    public void run() {
        scene.parse().clauses().forEach(this::code);
    }

    /** Codes the quote before a clause that says whose it is, if there is one. */
    private void code(Clause speech) {
        int end = speech.finite() && !speech.passive() ? closing(speech) : -1;
        int start = end < 0 ? -1 : opening(end);
        if (start < 0 || hasVerb(start, end)) {
            return;
        }
        double judgement = stage.judgement(start + 1, end);
        List<Actor> speakers = scene.agents(speech.subject());
        if (!speaks(speech) || Math.abs(judgement) < JUDGEMENT || speakers.isEmpty()) {
            return;
        }
        Set<String> codes = Actor.codes(speakers);
        boolean good = judgement > 0;
        stage.drafts()
                .addMissing(
                        act(
                                speech,
                                good ? EventType.SUPPORT : EventType.ACCUSE,
                                Status.ASSERTED,
                                stage.contexts().of(speech),
                                Rule.JUDGED.at(EvidenceGrade.IMPLIED)),
                        speakers,
                        judged(speech, codes, good));
    }

    /** "…," said X of Y, or else who did last what X can only mean. */
    private List<Actor> judged(Clause speech, Set<String> codes, boolean good) {
        return first(
                Actor.without(stage.roles().after(speech, "of"), codes),
                good ? stage.memory().antecedents().benefactor(codes) : stage.memory().antecedents().offender(codes));
    }

    private boolean speaks(Clause clause) {
        return switch (stage.matcher().operator(clause)) {
            case SAY, ALLEGE, COMPLAIN, CONDEMN, HITBACK, RESPOND, WARN -> true;
            default -> scene.in(LexiconSet.EXCLAIMING, clause.lemma());
        };
    }

    /** The quotation mark right before the clause, or -1. */
    private int closing(Clause speech) {
        NounGroup subject = speech.subject();
        int first = subject == null ? speech.first() : Math.min(speech.first(), subject.first());
        for (int i = first; i >= Math.max(0, first - 2); i--) {
            if (quote(i)) {
                return i;
            }
        }
        return -1;
    }

    private int opening(int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (quote(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean quote(int token) {
        return scene.lower(token).equals("\"");
    }

    private boolean hasVerb(int start, int end) {
        return scene.parse().clauses().stream().anyMatch(clause -> clause.verb() > start && clause.verb() < end);
    }
}
