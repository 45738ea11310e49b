package io.entente.cli.input;

import io.entente.article.ArticleSink;
import io.entente.article.ArticleSort;
import io.entente.article.form.ArticleReader;
import io.entente.article.form.ReadOptions;
import io.entente.avro.Article;
import io.entente.cli.output.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Articles from the files that a command line names, {@code -} for standard input. What is refused is named on stderr with its place. */
public final class Inputs {
    private static final String STANDARD_INPUT = "-";
    /** Characters of articles that are sorted in memory: with their objects about half a gigabyte. */
    private static final long SORTED_IN_MEMORY = 100_000_000;

    private final ArticleReader reader = new ArticleReader();
    private final PrintWriter err;
    private final ReadOptions options;
    private final DateSpan dates = new DateSpan();
    private long refused;
    private long read;

    public Inputs(PrintWriter err, ReadOptions options) {
        this.err = err;
        this.options = options;
    }

    /**
     * Looks whether all files are there, before anything is done.
     *
     * @throws UserError if one is missing, a folder, or cannot be read
     */
    public static void require(List<String> files) {
        for (String file : files) {
            Path path = Path.of(file);
            if (file.equals(STANDARD_INPUT)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                throw UserError.ofUsage(file + " is a folder: name the files in it, such as " + path.resolve("*"));
            }
            if (!Files.exists(path)) {
                throw UserError.ofUsage("there is no file " + file);
            }
            if (!Files.isReadable(path)) {
                throw UserError.ofUsage(file + " cannot be read: its rights do not allow it");
            }
        }
    }

    /** Hands over every valid article of {@code files}, in their order. */
    public void read(List<String> files, Consumer<Article> sink) {
        for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
            try (InputStream input = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
                read(file, input, sink);
            } catch (IOException e) {
                throw new UserError("cannot read " + file + ": " + e, e);
            }
        }
        dates.warning().ifPresent(this::say);
    }

    /** Hands over every valid article of {@code files}, the oldest first. */
    public void readSorted(List<String> files, Consumer<Article> sink) {
        Progress progress = new Progress(err, "articles read");
        try (ArticleSort sort = new ArticleSort(SORTED_IN_MEMORY)) {
            read(files, article -> {
                sort.add(article);
                progress.step();
            });
            progress.end();
            sort.forEach(sink);
        } catch (IOException e) {
            throw new UserError("cannot remove a temporary file: " + e, e);
        }
    }

    /** Hands over every valid article of {@code input}, which people know as {@code name}. */
    public void read(String name, InputStream input, Consumer<Article> sink) {
        long before = read + refused;
        reader.read(name.equals(STANDARD_INPUT) ? "standard input" : name, input, options, new ArticleSink() {
            @Override
            public void article(String place, Article article) {
                read++;
                dates.add(place, article.getPublishedAt());
                sink.accept(article);
            }

            @Override
            public void refused(String place, String problem) {
                refuse(place + ": " + problem);
            }

            @Override
            public void note(String place, String what) {
                say(place + ": " + what);
            }
        });
        if (read + refused == before) {
            say(name + ": no articles");
        }
    }

    /** Names something that cannot be used. */
    public void refuse(String what) {
        refused++;
        say(what);
    }

    private void say(String what) {
        err.println(what);
        err.flush();
    }

    /** How many articles were refused so far. */
    public long refused() {
        return refused;
    }
}
