package io.entente.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.language.segment.Segmenter;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Tokens;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of clauses.tsv is a sentence with the clauses that the parser finds in it: a change of the parser shows here, by itself. */
class ClausesTest {
    private static final Segmenter SEGMENTER = new Segmenter();
    private static final ClauseParser PARSER = new ClauseParser(Words.load());

    static Stream<TsvRow> sentences() {
        return TsvTable.resource(ClausesTest.class, "clauses.tsv").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceHasTheseClauses(TsvRow row) {
        List<Sentence> sentences = SEGMENTER.segment(null, row.cell(0)).sentences();
        assertThat(sentences).hasSize(1);
        Sentence sentence = sentences.get(0);
        byte[] names = new byte[sentence.tokens().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = row.forms(1).contains(sentence.tokens().get(i).text()) ? ClauseParser.NAME : 0;
        }
        List<String> clauses = new ArrayList<>();
        for (Clause clause : PARSER.parse(sentence, names).clauses()) {
            clauses.add(text(clause, sentence.tokens()));
        }
        assertThat(String.join("; ", clauses)).as(row.cell(0)).isEqualTo(row.cell(2));
    }

    /** The relation, the subject, the verb with what marks it, and the arguments. */
    private static String text(Clause clause, Tokens tokens) {
        String verb = (clause.negated() ? "not " : "")
                + (clause.passive() ? "be " : "")
                + clause.lemma()
                + (clause.particle() == null ? "" : "." + clause.particle());
        String arguments = clause.arguments().stream()
                .map(argument ->
                        (argument.preposition() == null ? "" : argument.preposition() + ":") + words(argument, tokens))
                .collect(Collectors.joining(", "));
        NounGroup subject = clause.subject();
        return clause.relation().name().toLowerCase(Locale.ROOT) + " ["
                + (subject == null ? "" : words(subject, tokens)) + " | " + verb + " | " + arguments + "]";
    }

    private static String words(NounGroup group, Tokens tokens) {
        return IntStream.range(group.first(), group.last())
                .mapToObj(i -> tokens.get(i).text())
                .collect(Collectors.joining(" "));
    }
}
