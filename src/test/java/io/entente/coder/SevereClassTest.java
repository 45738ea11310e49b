package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which acts that are stated as facts are severe, so that one of them alone raises an alert. */
class SevereClassTest {
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Kenya threatened to take the Ugandan island by force.|threat",
                "Kenya warned Uganda that it would bomb its bases.|threat",
                "Kenya warned Uganda that any incursion would be met with force.|threat",
                "Kenya threatened to impose tariffs on Ugandan maize.|none",
                "Kenya warned Uganda that prices would rise.|none",
                "Kenyan jets bombed a Ugandan base.|force",
                "Kenyan artillery shells Ugandan post near Busia|force",
                "Kenya expelled three Ugandan diplomats.|ties",
                "Kenya severed diplomatic relations with Uganda.|ties",
                "Kenya cut tariffs on Ugandan maize.|none",
                "A Kenyan portrait hung next to that of Uganda's president.|none"
            })
    void anActIsAsSevereAsItsWords(String sentence, String severe) {
        String found = CODER.code(Texts.article(sentence)).getStatements().stream()
                .filter(statement -> statement.getStatus() == Status.ASSERTED)
                .flatMap(statement -> statement.getSevereClass().stream())
                .distinct()
                .reduce((one, other) -> one + " and " + other)
                .orElse("none");

        assertThat(found).isEqualTo(severe);
    }
}
