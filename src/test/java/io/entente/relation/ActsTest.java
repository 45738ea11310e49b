package io.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.avro.EventReport;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.store.MemoryTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How well the reports of {@code acts.tsv} come together in events, from perfect statements and from those of the coder. */
class ActsTest {
    private static final List<ToldAct> ACTS = ToldAct.all();
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());

    private static final List<ToldAct> TUNED =
            ACTS.stream().filter(act -> act.story() % 2 == 1).toList();
    private static final List<ToldAct> UNTOUCHED =
            ACTS.stream().filter(act -> act.story() % 2 == 0).toList();

    @Test
    void statementsOfOneActFormOneEvent() {
        ActScore score = given(UNTOUCHED);
        assertThat(score.pairs()).as("%s", score).isGreaterThanOrEqualTo(250);
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.93);
        assertThat(score.recall()).as("%s", score).isGreaterThanOrEqualTo(0.8);
        assertThat(given(TUNED).recall()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void textsOfOneActFormOneEvent() {
        ActScore score = coded(UNTOUCHED);
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.93);
        assertThat(score.recall()).as("%s", score).isGreaterThanOrEqualTo(0.8);
        assertThat(coded(TUNED).recall()).isGreaterThanOrEqualTo(0.8);
    }

    private static ActScore given(List<ToldAct> acts) {
        Map<String, ToldAct> byArticle = new HashMap<>();
        acts.forEach(act -> byArticle.put(act.article(), act));
        List<Statement> statements = acts.stream().map(ToldAct::statement).toList();
        return report("given", acts, ActScore.of(acts, events(statements, byArticle)));
    }

    /** Counts only acts of which the coder finds a statement. */
    private static ActScore coded(List<ToldAct> acts) {
        Map<String, ToldAct> byArticle = new LinkedHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (ToldAct act : acts) {
            List<Statement> found = statements(act);
            found.forEach(statement -> byArticle.put(statement.getArticleId(), act));
            statements.addAll(found);
        }
        List<ToldAct> found = List.copyOf(byArticle.values());
        return report("coded", found, ActScore.of(found, events(statements, byArticle)));
    }

    /** Prints the figures, and the errors of the half that may be looked at. */
    private static ActScore report(String how, List<ToldAct> acts, ActScore score) {
        boolean tuned = TUNED.contains(acts.get(0));
        System.out.printf("%s, %s: %d reports, %s%n", tuned ? "tuned" : "untouched", how, acts.size(), score);
        if (tuned && Boolean.getBoolean("errors")) {
            score.errors().forEach(System.out::println);
        }
        return score;
    }

    private static List<Statement> statements(ToldAct act) {
        Article article = Article.newBuilder()
                .setId(act.article())
                .setOutlet(act.article())
                .setTitle(act.headline() ? act.sentence() : null)
                .setBody(act.headline() ? "" : act.sentence())
                .setLanguage("en")
                .setPublishedAt(Sample.START.plusSeconds(act.hour() * 3600L))
                .build();
        List<Statement> all = new ArrayList<>(CODER.code(article).getStatements());
        all.removeIf(statement -> !statement.getSource().equals(act.source())
                || !statement.getTarget().equals(act.target())
                || statement.getStatus() == Status.DENIED
                || statement.getStatus() == Status.PAST);
        List<Statement> exact = all.stream()
                .filter(statement -> statement.getEvent() == act.type())
                .toList();
        return exact.isEmpty() ? all : exact;
    }

    private static List<Set<ToldAct>> events(List<Statement> statements, Map<String, ToldAct> byArticle) {
        Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
        Results results = new Results();
        statements.stream()
                .sorted(Comparator.comparing(Statement::getPublishedAt).thenComparing(Statement::getId))
                .forEach(statement -> results.take(relate, statement, null));
        return results.events.values().stream()
                .map(event -> event.getMembers().stream()
                        .map(EventReport::getArticleId)
                        .map(byArticle::get)
                        .collect(Collectors.toCollection(HashSet::new)))
                .collect(Collectors.toList());
    }
}
