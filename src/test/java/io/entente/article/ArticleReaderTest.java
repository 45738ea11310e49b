package io.entente.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.article.ArticleReader.Item;
import io.entente.avro.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static List<Item> read(String text) throws IOException {
        List<Item> items = new ArrayList<>();
        new ArticleReader(Clock.fixed(NOW, ZoneOffset.UTC))
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), items::add);
        return items;
    }

    private static Article only(String text) throws IOException {
        List<Item> items = read(text);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).problem()).isNull();
        return items.get(0).article();
    }

    @Test
    void readsJsonLinesUnderEitherName() throws IOException {
        Article article =
                only("{\"id\":\"a\",\"date\":\"2024-03-01\",\"text\":\"T\",\"source\":\"O\",\"kind\":\"plain\"}");

        assertThat(article.getId()).hasValue("a");
        assertThat(article.getBody()).isEqualTo("T");
        assertThat(article.getOutlet()).hasValue("O");
        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    }

    @Test
    void namesTheLineOfWhatItRefusesAndGoesOn() throws IOException {
        List<Item> items = read(String.join(
                "\n",
                "{\"body\":\"T\",\"publishedAt\":\"2024-03-01T09:00:00Z\"}",
                "",
                "{\"body\":\"T\"",
                "{\"body\":\"T\"}",
                "{\"body\":7,\"publishedAt\":0}",
                "{\"body\":\"T\",\"body\":\"U\",\"publishedAt\":0}",
                "[]",
                "{\"body\":\"T\",\"publishedAt\":1709283600000}"));

        assertThat(items).extracting(Item::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(items.get(1).problem()).contains("not valid JSON");
        assertThat(items.get(2).problem()).contains("'publishedAt' is missing");
        assertThat(items.get(3).problem()).contains("'body' must be a string");
        assertThat(items.get(4).problem()).contains("Duplicate field 'body'");
        assertThat(items.get(5).problem()).contains("not a JSON object");
        assertThat(items.get(6).article()).isEqualTo(items.get(0).article());
    }

    @Test
    void readsTextWithADateLine() throws IOException {
        Article article = only(" date 2021-12-15 \n\n\nMOSCOW – Words.\n");

        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2021-12-15T00:00:00Z"));
        assertThat(article.getBody()).isEqualTo("MOSCOW – Words.");
    }

    @Test
    void datesTextWithoutADateLineNow() throws IOException {
        assertThat(only("Words.").getPublishedAt()).isEqualTo(NOW);
        assertThat(read("date 2021-13-45\nWords.").get(0).problem()).contains("'2021-13-45' is no date");
        assertThat(read("").get(0).problem()).contains("'body' is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T10:00:00+01:00, 2024-03-01T09:00:00Z",
        "2024-03-01T09:00:00, 2024-03-01T09:00:00Z",
        "2024-03-01T09:00:00.500Z, 2024-03-01T09:00:00.500Z",
        "1969-12-31, ",
        "yesterday, "
    })
    void readsTimesAsPeopleWriteThem(String written, Instant meant) throws IOException {
        Item item = read("{\"body\":\"T\",\"publishedAt\":\"" + written + "\"}").get(0);

        assertThat(item.article() == null ? null : item.article().getPublishedAt())
                .isEqualTo(meant);
    }

    @Test
    void derivesAnIdFromTheUrlOrFromOutletTitleAndTime() throws IOException {
        String common = "\"body\":\"T\",\"publishedAt\":\"2024-03-01\"";
        Article withUrl = only("{\"url\":\"http://a/1\"," + common + "}");
        Article sameUrl = only("{\"url\":\"http://a/1\",\"title\":\"Other\"," + common + "}");
        Article withTitle = only("{\"title\":\"One\"," + common + "}");
        Article otherTitle = only("{\"title\":\"Two\"," + common + "}");

        assertThat(Articles.id(withUrl)).hasSize(64).isEqualTo(Articles.id(sameUrl));
        assertThat(Articles.id(withTitle)).isNotEqualTo(Articles.id(otherTitle));
    }

    @Test
    void refusesABodyOverTheLimit() throws IOException {
        String body = "ä".repeat(Articles.MAX_BODY_BYTES / 2 + 1);

        assertThat(read("{\"publishedAt\":0,\"body\":\"" + body + "\"}").get(0).problem())
                .contains("more than 1048576");
    }

    @Test
    void jsonReadsBackWhatItWrote() throws InvalidArticle {
        Article article = new Article("i", "u", "o", "t", "b", "en", NOW, NOW);
        ArticleJson json = new ArticleJson();

        assertThat(json.read(json.write(article))).isEqualTo(article);
    }

    @Test
    void readsTheEntriesOfAFeed() throws IOException {
        List<Item> items = read(
                """
                <?xml version="1.0"?>
                <rss version="2.0"><channel><title>Andes Ledger</title><link>http://a.example</link><description>d</description>
                <item><title>Talks &amp;amp; tea</title><link>http://a.example/1</link><guid>g1</guid>
                <pubDate>Fri, 01 Mar 2024 09:00:00 GMT</pubDate>
                <description>&lt;p&gt;One.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>
                <item><title>Undated</title><description>Text.</description></item>
                </channel></rss>""");

        Article first = items.get(0).article();
        assertThat(first.getOutlet()).hasValue("Andes Ledger");
        assertThat(first.getTitle()).hasValue("Talks & tea");
        assertThat(first.getBody()).isEqualTo("One.\n\nTwo.");
        assertThat(first.getPublishedAt()).isEqualTo(Instant.parse("2024-03-01T09:00:00Z"));
        assertThat(items.get(1).line()).isEqualTo(2);
        assertThat(items.get(1).problem()).contains("'Undated' bears no date");
        assertThat(read("<nonsense/>").get(0).problem()).contains("neither an RSS nor an Atom feed");
    }

    @Test
    void aFeedCannotReachForFiles() throws IOException {
        String hostile = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<rss version=\"2.0\"><channel><title>&x;</title></channel></rss>";

        assertThat(read(hostile).get(0).problem()).contains("neither an RSS nor an Atom feed");
    }

    @Test
    void readsAWebPage() throws IOException {
        Article article = only(
                """
                <!DOCTYPE html><html lang="en"><head><title>Page</title>
                <meta property="og:title" content="Talks"><meta property="og:site_name" content="Andes Ledger">
                <meta property="article:published_time" content="2024-03-01T10:00:00+01:00">
                <link rel="canonical" href="http://a.example/1"></head>
                <body><nav><p>Menu</p></nav><article><p>One.</p><p>Two <b>bold</b>.</p></article></body></html>""");

        assertThat(article.getTitle()).hasValue("Talks");
        assertThat(article.getUrl()).hasValue("http://a.example/1");
        assertThat(article.getBody()).isEqualTo("One.\n\nTwo bold.");
        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2024-03-01T09:00:00Z"));
        assertThat(read("<html><body><p>Text.</p></body></html>").get(0).problem())
                .contains("bears no date");
    }
}
