package io.entente.article;

import io.entente.avro.Article;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts articles by the time of their publication; those of one time keep their order. What memory does not hold lies in temporary files, sorted run by
 * run, until it is merged. For one thread.
 */
public final class ArticleSort implements Closeable {
    private static final Comparator<Article> BY_TIME = Comparator.comparing(Article::getPublishedAt);
    /** An article's size beside its text, about. */
    private static final int REST = 400;

    private final long memory;
    private final List<Article> held = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private long heldCharacters;
    private long count;

    /** @param memory how many characters may be in memory at once */
    public ArticleSort(long memory) {
        this.memory = memory;
    }

    /** Takes one more. */
    public void add(Article article) {
        held.add(article);
        count++;
        heldCharacters += article.getBody().length() + REST;
        if (heldCharacters > memory) {
            spill();
        }
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    private void spill() {
        held.sort(BY_TIME);
        try {
            Path run = Files.createTempFile("entente-articles", ".run");
            runs.add(run);
            try (DataOutputStream out = output(run)) {
                for (Article article : held) {
                    ByteBuffer bytes = article.toByteBuffer();
                    out.writeInt(bytes.remaining());
                    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot keep articles in a temporary file while they are sorted: " + e.getMessage(), e);
        }
        held.clear();
        heldCharacters = 0;
    }

    private static DataOutputStream output(Path run) throws IOException {
        OutputStream out = Files.newOutputStream(run);
        return new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** Hands over all of them, the oldest first. */
    public void forEach(Consumer<Article> sink) {
        held.sort(BY_TIME);
        if (runs.isEmpty()) {
            held.forEach(sink);
            return;
        }
        PriorityQueue<Run> heads = new PriorityQueue<>(
                Comparator.comparing((Run run) -> run.head().getPublishedAt()).thenComparingInt(run -> run.number));
        List<Run> all = new ArrayList<>();
        try {
            for (int i = 0; i < runs.size(); i++) {
                all.add(new Run(i, Files.newInputStream(runs.get(i))));
            }
            all.add(new Run(runs.size(), held));
            for (Run run : all) {
                if (run.advance()) {
                    heads.add(run);
                }
            }
            for (Run run = heads.poll(); run != null; run = heads.poll()) {
                sink.accept(run.head());
                if (run.advance()) {
                    heads.add(run);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a temporary file of sorted articles: " + e.getMessage(), e);
        } finally {
            all.forEach(Run::close);
        }
    }

    /** Sorted articles of a file, or those that are still in memory. */
    private static final class Run {
        private final int number;
        private final @Nullable DataInputStream file;
        private final Iterator<Article> rest;
        private @Nullable Article head;

        Run(int number, InputStream file) {
            this.number = number;
            this.file = new DataInputStream(new BufferedInputStream(file, 1 << 16));
            this.rest = Collections.emptyIterator();
        }

        Run(int number, List<Article> held) {
            this.number = number;
            this.file = null;
            this.rest = held.iterator();
        }

        Article head() {
            return Objects.requireNonNull(head);
        }

        boolean advance() throws IOException {
            if (file == null) {
                head = rest.hasNext() ? rest.next() : null;
                return head != null;
            }
            try {
                head = Article.fromByteBuffer(ByteBuffer.wrap(file.readNBytes(file.readInt())));
                return true;
            } catch (EOFException e) {
                return false;
            }
        }

        void close() {
            if (file != null) {
                try {
                    file.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
