package io.entente.evaluation;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.avro.MentionKind;
import io.entente.avro.Statement;
import io.entente.statement.Coder;
import io.entente.statement.Reliability;
import io.entente.statement.Reliability.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often statements with a feature (rule, status, an actor resolved by reference) were right: pair and sign stand in the annotation.
 *
 * @param shares by feature, in order of their names
 * @param brier mean squared error of the likelihoods of statements that the fit had not seen (five folds by record)
 * @param baseline the same for one likelihood for all
 */
public record Calibration(Map<String, Share> shares, double brier, double baseline) {
    private static final int FOLDS = 5;

    private record Case(int fold, List<String> features, boolean right) {}

    /** Codes every record of {@code gold} with {@code coder} and counts what was right. */
    public static Calibration of(List<GoldRecord> gold, Coder coder) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            Set<String> annotated = new HashSet<>();
            gold.get(i).statements().forEach(judged -> annotated.add(judged.signed()));
            EnrichedArticle coded = coder.code(gold.get(i).article());
            for (Statement statement : coded.getStatements()) {
                Judged judged = Judged.of(statement);
                if (judged.counts()) {
                    cases.add(new Case(i % FOLDS, features(statement, coded), annotated.contains(judged.signed())));
                }
            }
        }
        double brier = 0;
        double baseline = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Map<String, Share> shares =
                    shares(cases.stream().filter(c -> c.fold() != held).toList());
            Reliability reliability = Reliability.of(shares);
            for (Case one : cases) {
                if (one.fold() == fold) {
                    brier += squared(reliability.likelihood(one.features()), one.right());
                    baseline += squared(reliability.likelihood(List.of()), one.right());
                }
            }
        }
        int all = Math.max(1, cases.size());
        return new Calibration(shares(cases), brier / all, baseline / all);
    }

    private static Map<String, Share> shares(List<Case> cases) {
        Map<String, Share> shares = new TreeMap<>();
        for (Case one : cases) {
            Share share = new Share(one.right() ? 1 : 0, 1);
            shares.merge(Reliability.ALL, share, Calibration::plus);
            one.features().forEach(feature -> shares.merge(feature, share, Calibration::plus));
        }
        return shares;
    }

    private static Share plus(Share one, Share other) {
        return new Share(one.right() + other.right(), one.found() + other.found());
    }

    private static double squared(double likelihood, boolean right) {
        double error = likelihood - (right ? 1 : 0);
        return error * error;
    }

    private static List<String> features(Statement statement, EnrichedArticle article) {
        boolean resolved = resolved(
                        statement.getSource(), statement.getSourceText().orElse(""), statement, article)
                || resolved(statement.getTarget(), statement.getTargetText().orElse(""), statement, article);
        return Reliability.features(statement.getRule(), statement.getStatus(), resolved);
    }

    private static boolean resolved(String code, String text, Statement statement, EnrichedArticle article) {
        for (Mention mention : article.getMentions()) {
            boolean inside = mention.getBegin() >= statement.getBegin() && mention.getEnd() <= statement.getEnd();
            if (inside
                    && mention.getKind() == MentionKind.REFERENCE
                    && mention.getCode().equals(code)
                    && mention.getText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
