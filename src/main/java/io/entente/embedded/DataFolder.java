package io.entente.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a broker keeps its data, held by one process at a time: a lock on {@code .lock}, which names the
 * holder. The system releases it with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder where it is missing, and locks it. */
    static DataFolder lock(Path folder) {
        Path file = folder.resolve(".lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw new EmbeddedException("the data folder " + folder.toAbsolutePath() + " is in use by process "
                        + holder + ": stop that one, or give this one a folder of its own");
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new EmbeddedException(
                    "cannot write to the data folder " + folder.toAbsolutePath() + " (" + e
                            + "): choose another, or see to its permissions",
                    e);
        }
    }

    /** Where the broker's logs are. */
    Path logs() {
        return folder.resolve("kafka");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedException("cannot release the data folder " + folder.toAbsolutePath(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process holds it
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        String holder = StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
        return holder.isEmpty() ? "unknown" : holder;
    }

    private static void write(FileChannel channel, String holder) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(holder), 0);
    }
}
