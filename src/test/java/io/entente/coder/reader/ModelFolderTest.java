package io.entente.coder.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.coder.extract.ExtractorException;
import io.entente.coder.extract.ExtractorSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that this program cannot use is refused with the reason. */
class ModelFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBuiltInModel() throws IOException {
        for (String file : new String[] {"reader.json", "reader.onnx", "vocabulary.txt"}) {
            try (InputStream in = ModelFolder.class.getResourceAsStream("model/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    @Test
    void aCopyOfTheBuiltInModelIsLoaded() {
        try (ReaderExtractor reader = new ModelFolder(folder).load(ExtractorSettings.PARTIES)) {
            assertThat(reader.name()).isEqualTo("reader");
        }
    }

    @Test
    void aTruncatedNetworkIsNamedAsDamaged() throws IOException {
        truncate();
        refused("reader.onnx", "is damaged or belongs to another model");
    }

    @Test
    void aTruncatedNetworkWithAMatchingChecksumIsNotLoadable() throws IOException {
        truncate();
        checksum();
        refused("reader.onnx", "is not a model that onnxruntime can load");
    }

    @Test
    void otherInputsAreRefusedByNameAndShape() throws IOException {
        try (InputStream in = ModelFolderTest.class.getResourceAsStream("/reader/other-inputs.onnx")) {
            Files.write(folder.resolve("reader.onnx"), in.readAllBytes());
        }
        checksum();
        refused("reader.onnx", "of shape", "this program needs");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        manifest("\"format\": 3", "\"format\": 2");
        refused("reader.json", "has format 2, this program reads format 3");
    }

    @Test
    void otherLabelsAreRefused() throws IOException {
        manifest("\"AGREE\"", "\"APPROVE\"");
        refused("reader.json", "was made for the labels", "APPROVE");
    }

    @Test
    void aManifestThatIsNotJsonIsRefused() throws IOException {
        Files.writeString(folder.resolve("reader.json"), "{");
        refused("reader.json", "is not JSON");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("vocabulary.txt"));
        refused("vocabulary.txt", "cannot read");
    }

    private void refused(String file, String... reasons) {
        assertThatThrownBy(() -> new ModelFolder(folder).load(ExtractorSettings.PARTIES))
                .isInstanceOf(ExtractorException.class)
                .hasMessageContaining(folder.resolve(file).toString())
                .hasMessageContainingAll(reasons);
    }

    private void truncate() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("reader.onnx"));
        Files.write(folder.resolve("reader.onnx"), java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    private void manifest(String from, String to) throws IOException {
        String text = Files.readString(folder.resolve("reader.json"));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve("reader.json"), text.replace(from, to));
    }

    private void checksum() throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(folder.resolve("reader.onnx")));
        String text = Files.readString(folder.resolve("reader.json"));
        Files.writeString(
                folder.resolve("reader.json"),
                text.replaceFirst(
                        "\"crc32\": \"[0-9a-f]{8}\"", String.format("\"crc32\": \"%08x\"", checksum.getValue())));
    }
}
