package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {
    /** A field without a default, then gone, then back under another type. */
    private static final Schema PLAIN = record("");

    private static final Schema WITH_DEFAULT = record("{\"name\":\"x\",\"type\":\"int\",\"default\":1}");
    private static final Schema WITHOUT_DEFAULT = record("{\"name\":\"x\",\"type\":\"int\"}");
    private static final Schema OTHER_TYPE = record("{\"name\":\"x\",\"type\":\"string\",\"default\":\"\"}");

    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true,  true,  true",
        "BACKWARD,            true,  false, true,  true",
        "FORWARD,             true,  true,  false, true",
        "FULL,                true,  false, false, true",
        "BACKWARD_TRANSITIVE, true,  false, true,  false",
        "FORWARD_TRANSITIVE,  true,  true,  false, false",
        "FULL_TRANSITIVE,     true,  false, false, false",
    })
    void allowsWhatItSays(
            Level level, boolean addOptional, boolean addRequired, boolean dropRequired, boolean retypeOverAGap) {
        assertThat(allows(level, WITH_DEFAULT, PLAIN))
                .as("adding a field with a default")
                .isEqualTo(addOptional);
        assertThat(allows(level, WITHOUT_DEFAULT, PLAIN))
                .as("adding one without")
                .isEqualTo(addRequired);
        assertThat(allows(level, PLAIN, WITHOUT_DEFAULT))
                .as("dropping one without")
                .isEqualTo(dropRequired);
        assertThat(allows(level, OTHER_TYPE, WITH_DEFAULT, PLAIN))
                .as("another type than two versions ago")
                .isEqualTo(retypeOverAGap);
    }

    private static boolean allows(Level level, Schema next, Schema... earlier) {
        List<Level.Earlier> versions = new ArrayList<>();
        for (Schema schema : earlier) {
            versions.add(new Level.Earlier(versions.size() + 1, schema));
        }
        return level.problems(next, versions).isEmpty();
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}
