package io.entente.article.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.entente.article.Articles;
import io.entente.article.text.Dates;
import io.entente.article.text.Encodings;
import io.entente.article.text.LanguageTags;
import io.entente.article.text.Markup;
import io.entente.avro.Article;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come in, a reader gives valid articles and refusals, never an error of its own. */
class InputProperties {
    /** Small files: a large one takes the time of many tries. */
    private static final int SMALL = 20_000;

    private static final String[] PIECES = {
        "<![CDATA[",
        "]]>",
        "</item>",
        "<item>",
        "<!DOCTYPE x [",
        "&#x0;",
        "&amp;amp;",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\u",
        "\\ud800",
        ",",
        "\n",
        "\u0000",
        "\ufeff",
        "\ud83d",
        "<p>",
        "</p>",
        "<script>",
        "-->",
        "<!--",
        "WARC/1.0\r\n",
        "Content-Length: 99999999999\r\n",
        "99999999999999999999",
        "2024-02-30",
        "null",
        "\t",
        "xml:base=\"::\"",
        "xmlns:a=\"b\"",
        "\u001f\u008b",
        "PK\u0003\u0004"
    };

    private final List<byte[]> corpus = corpus();
    private final Dates dates = Dates.load();
    private final LanguageTags languages = new LanguageTags();
    private final Markup markup = new Markup();

    private static List<byte[]> corpus() {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(InputProperties.class.getResource("../corpus"))
                        .toURI()))) {
            return files.sorted()
                    .map(InputProperties::bytes)
                    .filter(bytes -> bytes.length > 0 && bytes.length < SMALL)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 4000)
    void damagedFilesGiveArticlesAndRefusals(@ForAll("damaged") byte[] file) {
        check(file);
    }

    @Property(tries = 500)
    void anyBytesGiveArticlesAndRefusals(@ForAll byte[] bytes) {
        check(bytes);
    }

    @Property(tries = 1000)
    void anyTextIsADateOrNone(@ForAll String text, @ForAll("dateLike") String likely) {
        assertThatCode(() -> {
                    dates.parse(text);
                    dates.parse(likely);
                    languages.normalize(text);
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 1000)
    void readingMarkupTwiceChangesNothing(@ForAll("marked") String text) {
        String once = markup.line(text);
        assertThat(once).doesNotContainIgnoringCase("<script>");
    }

    private static void check(byte[] file) {
        for (Article article : Readings.of(file, ReadOptions.NONE).articles) {
            assertThatCode(() -> Articles.validate(article)).doesNotThrowAnyException();
            assertThat(article.getBody()).doesNotContain(String.valueOf(Encodings.UNDECODABLE));
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.randomValue(this::damage);
    }

    private byte[] damage(Random random) {
        byte[] file = corpus.get(random.nextInt(corpus.size())).clone();
        for (int i = random.nextInt(4); i >= 0 && file.length > 0; i--) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(5)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file = Arrays.copyOf(file, at);
                case 2 ->
                    file = spliced(
                            file,
                            at,
                            PIECES[random.nextInt(PIECES.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                case 3 -> file = spliced(file, at, Arrays.copyOfRange(file, at, file.length));
                default -> file = spliced(file, at, corpus.get(random.nextInt(corpus.size())));
            }
        }
        return file;
    }

    private static byte[] spliced(byte[] file, int at, byte[] piece) {
        byte[] both = new byte[file.length + piece.length];
        System.arraycopy(file, 0, both, 0, at);
        System.arraycopy(piece, 0, both, at, piece.length);
        System.arraycopy(file, at, both, at + piece.length, file.length - at);
        return both;
    }

    @Provide
    Arbitrary<String> dateLike() {
        return Arbitraries.of(
                        "2024",
                        "03",
                        "1",
                        "31",
                        ":",
                        "-",
                        "T",
                        " ",
                        "+",
                        "09",
                        "Mar",
                        "March",
                        "GMT",
                        "EST",
                        "am",
                        "PM",
                        ",",
                        "[Europe/Paris]",
                        "(x)",
                        ".5",
                        "th")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> marked() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "&lt;",
                        "&gt;",
                        "&amp;",
                        "script",
                        "<script>",
                        "</script>",
                        "x",
                        " ",
                        "&lt;script&gt;",
                        "<b>",
                        "\n",
                        "<br>",
                        "<")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }
}
