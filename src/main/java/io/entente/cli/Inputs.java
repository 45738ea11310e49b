package io.entente.cli;

import io.entente.article.ArticleReader;
import io.entente.avro.Article;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Articles from the files that a command line names, {@code -} for standard input. What is refused is named on stderr with its line. */
final class Inputs {
    private final ArticleReader reader = new ArticleReader(Clock.systemUTC());
    private final PrintWriter err;
    private long refused;

    Inputs(PrintWriter err) {
        this.err = err;
    }

    /** Hands over every valid article of {@code files}, in order. */
    void read(List<String> files, Consumer<Article> sink) {
        for (String file : files.isEmpty() ? List.of("-") : files) {
            try (InputStream input = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
                read(file, input, sink);
            } catch (IOException e) {
                throw new UserError("cannot read " + file + ": " + e, e);
            }
        }
    }

    /** Hands over every valid article of {@code input}, which people know as {@code name}. */
    void read(String name, InputStream input, Consumer<Article> sink) throws IOException {
        reader.read(input, item -> {
            if (item.article() != null) {
                sink.accept(item.article());
            } else {
                refuse(name + ":" + item.line() + ": " + item.problem());
            }
        });
    }

    /** Names something that cannot be used. */
    void refuse(String what) {
        refused++;
        err.println(what);
    }

    /** How many articles were refused so far. */
    long refused() {
        return refused;
    }
}
