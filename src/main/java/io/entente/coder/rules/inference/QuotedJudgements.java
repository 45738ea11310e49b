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

/**
 * What words without a verb say of what was reported before: "a grave mistake," said X; a grave mistake, said X; X: "a grave mistake"; X
 * spoke of cold-blooded murder.
 */
final class QuotedJudgements implements Runnable {
    private static final double JUDGEMENT = 0.4;
    private static final double VERDICT = -0.6;

    private final SentenceCodingState state;
    private final AnnotatedSentence scene;

    QuotedJudgements(SentenceCodingState state) {
        this.state = state;
        this.scene = state.scene();
    }

    @Override
    public void run() {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.finite() && !clause.passive() && speaks(clause)) {
                before(clause);
                spokenOf(clause);
            }
        }
        if (scene.parse().clauses().isEmpty()) {
            headed();
        }
    }

    private boolean speaks(Clause clause) {
        return switch (state.matcher().operator(clause)) {
            case SAY, ALLEGE, COMPLAIN, CONDEMN, HITBACK, RESPOND, WARN -> true;
            default ->
                scene.in(LexiconSet.EXCLAIMING, clause.lemma()) || scene.in(LexiconSet.MENTIONING, clause.lemma());
        };
    }

    /** "a grave mistake," said X. */
    private void before(Clause speech) {
        NounGroup subject = speech.subject();
        int first = subject == null ? speech.first() : Math.min(speech.first(), subject.first());
        int end = last(first, "\"");
        end = end < 0 && speech.arguments().isEmpty() ? last(first, ",") : end;
        int start = end < 0 ? -1 : opening(end);
        if (end > 0 && verbless(start, end)) {
            judge(speech, scene.agents(subject), state.judgement(start + 1, end));
        }
    }

    /** The mark that ends the words right before a token, or -1. */
    private int last(int token, String mark) {
        for (int i = token; i >= Math.max(0, token - 2); i--) {
            if (scene.lower(i).equals(mark)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the words before a closing mark begin: at a quotation mark of their own, or else with the sentence. */
    private int opening(int end) {
        boolean quote = scene.lower(end).equals("\"");
        for (int i = end - 1; i >= 0; i--) {
            if (scene.lower(i).equals(quote ? "\"" : ";")) {
                return i;
            }
        }
        return -1;
    }

    private boolean verbless(int start, int end) {
        boolean quote = scene.lower(end).equals("\"");
        return (!quote || start >= 0)
                && scene.parse().clauses().stream().noneMatch(clause -> clause.verb() > start && clause.verb() < end)
                && (quote || scene.mentions().stream().noneMatch(m -> m.first() > start && m.first() < end));
    }

    /** "spoke of cold-blooded murder". */
    private void spokenOf(Clause speech) {
        NounGroup matter = scene.in(LexiconSet.MENTIONING, speech.lemma()) ? speech.argument("of") : null;
        if (matter != null && scene.actors(matter).isEmpty()) {
            double judgement = state.judgement(matter.first(), matter.last());
            if (judgement <= VERDICT) {
                judge(speech, scene.agents(speech.subject()), judgement);
            }
        }
    }

    /** X: "a grave mistake". */
    private void headed() {
        List<NounGroup> groups = scene.parse().groups();
        int colon = groups.isEmpty() ? -1 : groups.get(0).last();
        if (colon > 0
                && colon + 1 < scene.tokens().size()
                && scene.lower(colon).equals(":")
                && scene.lower(colon + 1).equals("\"")) {
            judge(
                    groups.get(0),
                    scene.agents(groups.get(0)),
                    state.judgement(colon, scene.tokens().size()));
        }
    }

    private void judge(Clause speech, List<Actor> speakers, double judgement) {
        EventType type = judgement > 0 ? EventType.SUPPORT : EventType.ACCUSE;
        if (Math.abs(judgement) >= JUDGEMENT) {
            Set<String> codes = Actor.codes(speakers);
            state.drafts()
                    .addMissing(
                            act(
                                    speech,
                                    type,
                                    Status.ASSERTED,
                                    state.contexts().of(speech),
                                    Rule.JUDGED.at(EvidenceGrade.IMPLIED)),
                            speakers,
                            first(Actor.without(state.roles().after(speech, "of"), codes), meant(codes, judgement)));
        }
    }

    private void judge(NounGroup speaker, List<Actor> speakers, double judgement) {
        EventType type = judgement > 0 ? EventType.SUPPORT : EventType.ACCUSE;
        if (Math.abs(judgement) >= JUDGEMENT) {
            state.drafts()
                    .addMissing(
                            act(
                                    speaker,
                                    type,
                                    Status.ASSERTED,
                                    Rule.JUDGED.at(EvidenceGrade.IMPLIED),
                                    scene.head(speaker)),
                            speakers,
                            meant(Actor.codes(speakers), judgement));
        }
    }

    /** Who did last what the words can only mean. */
    private List<Actor> meant(Set<String> codes, double judgement) {
        return judgement > 0
                ? state.memory().antecedents().benefactor(codes)
                : state.memory().antecedents().offender(codes);
    }
}
