package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the files in a zip archive, in their order there. */
final class ZipReader implements FormReader {
    private final Nested inner;

    ZipReader(Nested inner) {
        this.inner = inner;
    }

    @Override
    public void read(Content content, ArticleSink sink) throws IOException, InvalidArticle {
        Expanded.Counted source = new Expanded.Counted(content.stream());
        try (ZipInputStream zip = new ZipInputStream(source)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                requireNoDocument(entry.getName());
                Expanded expanded = new Expanded(open(zip), source);
                if (!entry.isDirectory() && !aside(entry.getName())) {
                    inner.read(content.place() + "!" + entry.getName(), expanded, content.options(), null, sink);
                }
                expanded.transferTo(OutputStream.nullOutputStream()); // so that what is left of it is counted too
                expanded.requireWhole();
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a name in it cannot be read", e);
        }
    }

    /** The archive's present entry: its reader may close it, and the archive stays open. */
    private static InputStream open(ZipInputStream zip) {
        return new FilterInputStream(zip) {
            @Override
            public void close() {
                // the archive goes on
            }
        };
    }

    private static void requireNoDocument(String name) throws InvalidArticle {
        @Nullable
        String looks =
                switch (name) {
                    case "[Content_Types].xml" -> "an Office file (docx, xlsx, pptx)";
                    case "mimetype" -> "an OpenDocument file or an e-book";
                    case "META-INF/MANIFEST.MF", "META-INF/" -> "a Java archive";
                    default -> null;
                };
        if (looks != null) {
            throw new InvalidArticle("it looks like " + looks + ": save its text");
        }
    }

    /** What systems put beside the files. */
    private static boolean aside(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }
}
