package io.entente.relation.row;

import io.entente.avro.Statement;
import io.entente.avro.state.ReportedAct;
import io.entente.digest.StatementIds;
import org.jspecify.annotations.Nullable;

/** Statements as parts of the rows of their articles, and back. */
final class ReportedActs {
    private ReportedActs() {}

    /** @param before the sentence of the act before it in its row; null if it is the first */
    static ReportedAct of(String pair, Statement statement, @Nullable String before) {
        String sentence = statement.getSentence();
        String source = statement.getSource();
        String target = statement.getTarget();
        String derived = new StatementIds(statement.getArticleId())
                .of(source, target, statement.getEvent().name(), sentence);
        return ReportedAct.newBuilder()
                .setId(derived.equals(statement.getId()) ? null : statement.getId())
                .setForward(source.compareTo(target) < 0)
                .setSourceKind(statement.getSourceKind())
                .setSourceText(SentenceParts.find(statement.getSourceText().orElse(null), sentence))
                .setTargetKind(statement.getTargetKind())
                .setTargetText(SentenceParts.find(statement.getTargetText().orElse(null), sentence))
                .setEvent(statement.getEvent())
                .setCameoRoot(statement.getCameoRoot().orElse(null))
                .setQuad(statement.getQuad())
                .setSign(statement.getSign())
                .setSentiment(statement.getSentiment())
                .setIntensity(statement.getIntensity())
                .setStatus(statement.getStatus())
                .setSevereClass(statement.getSevereClass().orElse(null))
                .setSpeaker(SentenceParts.find(statement.getSpeaker().orElse(null), sentence))
                .setSentence(sentence.equals(before) ? null : sentence)
                .setBegin(statement.getBegin())
                .setTrigger(SentenceParts.part(statement.getTrigger(), sentence))
                .setTriggerBegin(statement.getTriggerBegin())
                .setRule(statement.getRule())
                .setConfidence(statement.getConfidence())
                .build();
    }

    /**
     * @param sentence the act's, or that of the act before it
     * @param ids of its article
     * @param statement has what the act's article says
     */
    static Statement read(
            ReportedAct act, String pair, String sentence, StatementIds ids, Statement.Builder statement) {
        int dash = pair.indexOf('-');
        String first = pair.substring(0, dash);
        String second = pair.substring(dash + 1);
        String source = act.getForward() ? first : second;
        String target = act.getForward() ? second : first;
        return statement
                .setId(act.getId()
                        .orElseGet(() -> ids.of(source, target, act.getEvent().name(), sentence)))
                .setSource(source)
                .setSourceKind(act.getSourceKind())
                .setSourceText(SentenceParts.words(act.getSourceText().orElse(null), sentence))
                .setTarget(target)
                .setTargetKind(act.getTargetKind())
                .setTargetText(SentenceParts.words(act.getTargetText().orElse(null), sentence))
                .setEvent(act.getEvent())
                .setCameoRoot(act.getCameoRoot().orElse(null))
                .setQuad(act.getQuad())
                .setSign(act.getSign())
                .setSentiment(act.getSentiment())
                .setIntensity(act.getIntensity())
                .setStatus(act.getStatus())
                .setSevereClass(act.getSevereClass().orElse(null))
                .setSpeaker(SentenceParts.words(act.getSpeaker().orElse(null), sentence))
                .setSentence(sentence)
                .setBegin(act.getBegin())
                .setEnd(-1)
                .setTrigger(SentenceParts.read(act.getTrigger(), sentence))
                .setTriggerBegin(act.getTriggerBegin())
                .setRule(act.getRule())
                .setConfidence(act.getConfidence())
                .build();
    }
}
