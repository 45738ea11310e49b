package io.entente.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The digest of "abc" is FIPS 180-2's first example. */
class Sha256Test {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isThatOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex("abc", 4)).isEqualTo(ABC.substring(0, 8));
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8), 4)).isEqualTo(ABC.substring(0, 8));
    }
}
