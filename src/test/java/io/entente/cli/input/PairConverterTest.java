package io.entente.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.relation.Pair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PairConverterTest {
    private final PairConverter converter = new PairConverter();

    @ParameterizedTest
    @ValueSource(strings = {"CHN-RUS", "RUS-CHN", "rus-chn", " Rus-CHN "})
    void anyOrderAndCaseWillDo(String text) {
        assertThat(converter.convert(text)).isEqualTo(Pair.of("CHN", "RUS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CHN", "CHN-CHN", "chn-CHN", "CHN-RUS-USA", "CHN RUS", "C-R", "CHN-", "CHN-RU5"})
    void whatIsNotAPairIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is not a pair");
    }
}
