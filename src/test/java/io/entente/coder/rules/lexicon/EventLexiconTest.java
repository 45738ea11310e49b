package io.entente.coder.rules.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.coder.ArticleCoder;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of examples.tsv is a sentence with an expression of the lexicon and what it tells. */
class EventLexiconTest {
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    static Stream<Arguments> examples() {
        return TsvTable.resource(EventLexiconTest.class, "examples.tsv").rows().stream()
                .map(row -> Arguments.of(row.cell(0), statements(row.cell(1))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExpressionTellsWhatItMeans(String sentence, Set<String> statements) {
        assertThat(coded(sentence)).as(sentence).isEqualTo(statements);
    }

    /** Of other verbs the form in -ed leads back to the plain form. */
    @Test
    void everyVerbOfTheLexiconInEIsInTheTableOfWords() {
        Set<String> forms = new TreeSet<>();
        TsvTable.resource(io.entente.language.Words.class, "verbs.tsv").each(row -> forms.add(row.cell(0)));
        List<String> unknown = new ArrayList<>();
        for (TsvRow row : LexiconTable.VERBS.builtIn().rows()) {
            for (String id : row.cell(0).split(" \\+ ", 2)[0].split("; ", -1)) {
                String verb = id.split("\\.", 2)[0];
                if (verb.endsWith("e") && !verb.contains("-") && !forms.contains(verb)) {
                    unknown.add(id);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** The first of equal patterns wins: a line that repeats what stands before it says nothing. */
    @Test
    void noLineIsHiddenBehindThoseBeforeIt() {
        Set<String> known = new HashSet<>();
        List<String> hidden = new ArrayList<>();
        for (TsvRow row : LexiconTable.VERBS.builtIn().rows()) {
            Set<String> own = alternatives(row);
            if (!own.isEmpty() && known.containsAll(own)) {
                hidden.add(row.cell(0));
            }
            known.addAll(own);
        }
        assertThat(hidden).isEmpty();
    }

    /** The verbs of a line's patterns with each thing that they may need; those of the passive are others. */
    private static Set<String> alternatives(TsvRow row) {
        String voice = row.words(5).contains("passive") ? "passive " : "";
        String needs =
                row.cell(0).contains(" + ") ? row.cell(0).substring(row.cell(0).lastIndexOf(" + ")) : "";
        Set<String> alternatives = new HashSet<>();
        for (String id : row.cell(0).split("; ", -1)) {
            String[] parts = (id.contains(" + ") ? id : id + needs).split(" \\+ ", 2);
            if (parts.length > 1) {
                String[] words = parts[1].contains(" & ") ? new String[] {parts[1]} : parts[1].split("\\|", -1);
                for (String word : words) {
                    alternatives.add(voice + parts[0] + " + " + word);
                }
            }
        }
        return alternatives;
    }

    private static Set<String> statements(String cell) {
        Set<String> statements = new TreeSet<>();
        for (String statement : cell.split(";", -1)) {
            String told = statement.trim();
            if (told.contains("<>")) {
                statements.add(told.replace("<>", ">"));
                statements.add(told.substring(5, 8) + ">" + told.substring(0, 3) + told.substring(8));
            } else if (!told.equals("-")) {
                statements.add(told);
            }
        }
        return statements;
    }

    private static Set<String> coded(String sentence) {
        Set<String> coded = new TreeSet<>();
        Article article = Article.newBuilder()
                .setBody(sentence)
                .setLanguage("en")
                .setPublishedAt(Instant.parse("2025-06-06T00:00:00Z"))
                .build();
        for (Statement statement : CODER.code(article).getStatements()) {
            if (statement.getStatus() != Status.DENIED && statement.getStatus() != Status.PAST) {
                String status = statement.getStatus() == Status.ASSERTED
                        ? ""
                        : " " + statement.getStatus().name().toLowerCase(Locale.ROOT);
                coded.add(statement.getSource() + ">" + statement.getTarget() + " " + statement.getEvent() + status);
            }
        }
        return coded;
    }
}
