package io.entente.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declared language against the text. */
class LanguageGuesserTest {
    private final LanguageGuesser guesser = LanguageGuesser.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | The minister said that the talks with the neighbours had been useful. | en
                    en-GB | The minister said that the talks with the neighbours had been useful. | en-GB
                    fr    | The minister said that the talks with the neighbours had been useful. | en
                    fr    | Le ministre a dit que les entretiens avec les voisins ont été utiles. | fr
                    en    | Le ministre a dit que les entretiens avec les voisins ont été utiles. | fr
                    xx    | The minister said that the talks with the neighbours had been useful. | en
                    fr    | Paris.                                                                | fr
                    en    | Министр сказал, что переговоры с соседями были полезны.               | ru
                    """)
    void holdsUnlessTheTextIsPlainlyInAnother(String declared, String text, String expected) {
        assertThat(guesser.check(declared, new Segmenter().segment(null, text))).isEqualTo(expected);
    }
}
