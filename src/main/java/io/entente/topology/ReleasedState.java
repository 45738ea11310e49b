package io.entente.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas that the rows of state had in earlier releases: a row of one of those can stand in a store after an upgrade. */
final class ReleasedState {
    /** Releases whose rows differ from those of the release after it; each has a folder of schemas. */
    static final List<String> RELEASES = List.of("0.1.0");

    private ReleasedState() {}

    /** Those of the rows named {@code type}, a file each where the release had such rows. */
    static List<Schema> schemas(String type) {
        return RELEASES.stream()
                .flatMap(release -> Stream.ofNullable(schema(release, type)))
                .toList();
    }

    private static @Nullable Schema schema(String release, String type) {
        try (InputStream in = ReleasedState.class.getResourceAsStream("state/" + release + "/" + type + ".avsc")) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
