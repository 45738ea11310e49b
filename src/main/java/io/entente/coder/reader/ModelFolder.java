package io.entente.coder.reader;

import io.entente.avro.ActorKind;
import io.entente.coder.extract.ExtractorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A model as it ships: {@code reader.json}, {@code reader.onnx} and {@code vocabulary.txt}, in a folder or on the class path. */
final class ModelFolder {
    private static final String MANIFEST = "reader.json";
    private static final String NETWORK = "reader.onnx";
    private static final String VOCABULARY = "vocabulary.txt";
    private static final String BUILT_IN = "model/";

    private final @Nullable Path folder;

    /** @param folder null for the model that ships with the program */
    ModelFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * The reader of this model.
     *
     * @param parties the kinds of actors between which it finds events
     * @throws ExtractorException if there is none, or it was made for another program, or a file is damaged; the message says which
     */
    ReaderExtractor load(Set<ActorKind> parties) {
        ReaderManifest manifest = used(MANIFEST, () -> ReaderManifest.parse(bytes(MANIFEST)));
        byte[] network = bytes(NETWORK);
        return used(NETWORK, () -> {
            String checksum = crc32(network);
            if (!checksum.equals(manifest.crc32())) {
                throw new IllegalArgumentException("is damaged or belongs to another model: its CRC-32 is " + checksum
                        + ", " + MANIFEST + " says " + manifest.crc32());
            }
            List<String> vocabulary = new String(bytes(VOCABULARY), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            WordPiece tokenizer = used(VOCABULARY, () -> new WordPiece(vocabulary));
            return new ReaderExtractor(new TextWindows(tokenizer, parties), ReaderModel.of(network), manifest);
        });
    }

    private interface Part<T> {
        T get();
    }

    private <T> T used(String file, Part<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw new ExtractorException("the reader's model: " + place(file) + " " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError e) {
            throw new ExtractorException(
                    "the reader needs onnxruntime, which has no library for this system: " + e.getMessage()
                            + "; set entente.coder=rules",
                    e);
        }
    }

    private String place(String file) {
        return folder == null ? "the built-in " + file : folder.resolve(file).toString();
    }

    private byte[] bytes(String file) {
        try (InputStream input = folder == null
                ? ModelFolder.class.getResourceAsStream(BUILT_IN + file)
                : Files.newInputStream(folder.resolve(file))) {
            if (input == null) {
                throw new ExtractorException("this distribution has no reader's model: name a folder that holds one in"
                        + " entente.reader.model, or set entente.coder=rules");
            }
            return input.readAllBytes();
        } catch (IOException e) {
            throw new ExtractorException("the reader's model: cannot read " + place(file) + ": " + e, e);
        }
    }

    /** A checksum that costs milliseconds: it must tell a damaged file, not a forged one. */
    private static String crc32(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return String.format("%08x", checksum.getValue());
    }
}
