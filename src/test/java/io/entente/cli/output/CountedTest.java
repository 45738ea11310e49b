package io.entente.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneIsNotMany() {
        assertThat(Counted.of(1, "article")).isEqualTo("1 article");
        assertThat(Counted.of(0, "article")).isEqualTo("0 articles");
        assertThat(Counted.of(1234, "copy", "copies")).isEqualTo("1,234 copies");
        assertThat(Counted.of(1, "copy", "copies")).isEqualTo("1 copy");
    }
}
