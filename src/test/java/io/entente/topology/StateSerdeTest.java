package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Statement;
import io.entente.avro.state.AlertClock;
import io.entente.avro.state.Contribution;
import io.entente.avro.state.Due;
import io.entente.avro.state.FeedState;
import io.entente.avro.state.Marker;
import io.entente.avro.state.OpenEvent;
import io.entente.avro.state.PairDay;
import io.entente.avro.state.PairState;
import io.entente.avro.state.ReadMark;
import io.entente.avro.state.ReportedArticle;
import io.entente.avro.state.Story;
import io.entente.avro.state.TrackedAlert;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateSerdeTest {
    private static final Path RELEASED = Path.of("src/main/resources/io/entente/topology/state");

    /** The types of rows that every release has had. */
    private static List<Class<? extends SpecificRecord>> types() {
        return List.of(
                AlertClock.class,
                Contribution.class,
                Due.class,
                FeedState.class,
                Marker.class,
                OpenEvent.class,
                PairDay.class,
                PairState.class,
                ReadMark.class,
                Statement.class,
                Story.class,
                TrackedAlert.class);
    }

    /** Read as a row of today, and written, it still says all that it said. */
    @ParameterizedTest
    @MethodSource("types")
    <V extends SpecificRecord> void rowsOfEveryReleaseAreRead(Class<V> type) throws IOException {
        List<Schema> released = ReleasedState.schemas(type.getSimpleName());
        assertThat(released).hasSameSizeAs(ReleasedState.RELEASES);
        StateSerde<V> serde = new StateSerde<>(type);
        for (Schema schema : released) {
            BinaryMessageDecoder<GenericData.Record> back = new BinaryMessageDecoder<>(GenericData.get(), schema);
            back.addSchema(SpecificData.get().getSchema(type));
            for (Object row : new RandomData(schema, 20, 7)) {
                ByteBuffer bytes = new BinaryMessageEncoder<>(GenericData.get(), schema).encode(row);
                assertThat(back.decode(serde.write(serde.read(bytes.array())))).hasToString(row.toString());
            }
        }
    }

    @Test
    void aRowOfAnUnknownVersionIsRefusedWithWhatToDo() throws IOException {
        Schema unknown = new Schema.Parser()
                .parse(
                        "{\"type\": \"record\", \"name\": \"PairDay\", \"fields\": [{\"name\": \"n\", \"type\": \"int\"}]}");
        GenericData.Record row = new GenericData.Record(unknown);
        row.put("n", 1);
        byte[] bytes = new BinaryMessageEncoder<>(GenericData.get(), unknown)
                .encode(row)
                .array();
        assertThatExceptionOfType(StateVersionException.class)
                .isThrownBy(() -> new StateSerde<>(PairDay.class).read(bytes))
                .withMessageContaining("PairDay (schema %016x)", SchemaNormalization.parsingFingerprint64(unknown))
                .withMessageContaining("entente reset --stage")
                .matches(thrown -> StateVersionException.causes(new IllegalStateException(thrown)));
        assertThat(StateVersionException.causes(new IllegalStateException("another")))
                .isFalse();
    }

    /** Run once a release, with {@code -Dentente.release=<version>}: keeps the rows' schemas (CONTRIBUTING.md). */
    @Test
    @EnabledIfSystemProperty(named = "entente.release", matches = "[0-9.]+")
    void keepsTheSchemasOfARelease() throws IOException {
        Path folder = Files.createDirectories(RELEASED.resolve(System.getProperty("entente.release")));
        List<Class<? extends SpecificRecord>> all = new ArrayList<>(types());
        all.add(ReportedArticle.class);
        for (Class<? extends SpecificRecord> type : all) {
            Schema schema = SpecificData.get().getSchema(type);
            Files.writeString(
                    folder.resolve(type.getSimpleName() + ".avsc"), SchemaNormalization.toParsingForm(schema) + "\n");
        }
        assertThat(folder).isNotEmptyDirectory();
    }
}
