package io.entente.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of a text, declared or not. */
class LanguageGuesserTest {
    private final LanguageGuesser guesser = LanguageGuesser.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    No talks with the neighbours, says Iran              | en
                    No talks, says Iran                                  | en
                    La Paz condemns Santiago                             | en
                    El Salvador expels Nicaragua envoy                   | en
                    Los Angeles: Mexico protests to Washington           | en
                    Von der Leyen meets Modi                             | en
                    Le Drian visits Beirut                               | en
                    Le Pen loses                                         | en
                    No strike. A video shows Poland attacking Belarus.   | en
                    El presidente de Francia visita Italia               | es
                    Der Kanzler reist in die Türkei                      | de
                    Le ministre des affaires étrangères est à Rome       | fr
                    O ministro da defesa se reúne com os vizinhos        | pt
                    Il ministro è a Parigi per la visita                 | it
                    Министр прибыл                                       | ru
                    """)
    void ofAHeadlineIsNotGuessedFromAName(String text, String expected) {
        assertThat(guesser.guess(new Segmenter().segment(null, text))).isEqualTo(expected);
    }

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
                    en    | Von der Leyen meets Modi                                              | en
                    en    | Министр сказал, что переговоры с соседями были полезны.               | ru
                    """)
    void holdsUnlessTheTextIsPlainlyInAnother(String declared, String text, String expected) {
        assertThat(guesser.check(declared, new Segmenter().segment(null, text))).isEqualTo(expected);
    }
}
