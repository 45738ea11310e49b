package io.entente.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.language.segment.Segmenter;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Tokens;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of tokens.tsv is a sentence with its tokens and their classes: a change of the tokenizer or the tagger shows here, by itself. */
class TokensTest {
    private static final Segmenter SEGMENTER = new Segmenter();
    private static final Words WORDS = Words.load();

    static Stream<TsvRow> sentences() {
        return TsvTable.resource(TokensTest.class, "tokens.tsv").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceHasTheseTokens(TsvRow row) {
        List<Sentence> sentences = SEGMENTER.segment(null, row.cell(0)).sentences();
        assertThat(sentences).hasSize(1);
        Tokens tokens = sentences.get(0).tokens();
        byte[] names = new byte[tokens.size()];
        for (int i = 0; i < names.length; i++) {
            String text = tokens.get(i).text();
            names[i] = row.forms(1).contains(text)
                    ? ClauseParser.NAME
                    : row.forms(2).contains(text) ? ClauseParser.DEMONYM : 0;
        }
        PartOfSpeech[] classes = new WordTagger(WORDS, tokens, names).tag();
        String found = IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.get(i).text() + "/" + classes[i].name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        assertThat(found).as(row.cell(0)).isEqualTo(row.cell(3));
    }
}
