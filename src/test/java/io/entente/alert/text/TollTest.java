package io.entente.alert.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TollTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peruvian shells kill at least 14 farmers near the river.|14",
                "Shelling killed two soldiers and wounded nine.|2",
                "Twelve border guards were killed and 30 wounded in the raid.|12",
                "The raid left 1,250 dead.|1250",
                "The death toll rises to 73 after the raid.|73",
                "Nine people, three of them children, are dead after the strike.|9",
                "The attack, in which 40 were wounded, killed nobody.|0",
                "Peru expels 14 diplomats.|0",
                "The general was killed 12 years ago.|0",
            })
    void readsHowManyWereKilled(String sentence, int killed) {
        assertThat(Toll.killed(sentence).orElse(0)).isEqualTo(killed);
    }
}
