package io.entente.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.article.json.ArticleJson;
import io.entente.avro.Article;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlesTest {
    private static final Instant TIME = Instant.parse("2024-03-01T09:00:00Z");

    private static Article article(@Nullable String id, @Nullable String url, @Nullable String outlet, String body) {
        return new Article(id, url, outlet, "T", body, "en", TIME, null);
    }

    @Test
    void aDerivedIdCoversTheText() {
        String one = Articles.id(article(null, "http://a.example/1", "O", "One."));
        assertThat(one).hasSize(64).isEqualTo(Articles.id(article(null, "http://a.example/1", "P", "One.")));
        assertThat(Articles.id(article(null, "http://a.example/1", "O", "Two.")))
                .isNotEqualTo(one);
        assertThat(Articles.id(article(null, null, "O", "One.")))
                .isNotEqualTo(Articles.id(article(null, null, "P", "One.")));
    }

    @Test
    void anIdThatIsNotGlobalIsItsOutlets() {
        assertThat(Articles.id(article("1001", null, "North Wire", "One."))).isEqualTo("North Wire/1001");
        assertThat(Articles.id(article("1001", null, "South Desk", "Two."))).isEqualTo("South Desk/1001");
        assertThat(Articles.id(article("1001", null, null, "One."))).isEqualTo("1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/?p=1",
                "nyt://article/0f0f",
                "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
                "urn:newsml:a.example:20240301:1",
                "tag:a.example,2024:1",
                "60a76c80-d399-11d9-b93c-0003939e0af6",
                "d41d8cd98f00b204e9800998ecf8427e"
            })
    void aGlobalIdStays(String id) {
        assertThat(Articles.id(article(id, null, "O", "One."))).isEqualTo(id);
    }

    @Test
    void aHeadlineAloneIsAnArticleAndNothingIsNot() {
        assertThatCode(() -> Articles.validate(article(null, null, null, ""))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Articles.validate(new Article(null, null, null, " ", " ", null, TIME, null)))
                .hasMessageContaining("'body' is empty");
        assertThatThrownBy(
                        () -> Articles.validate(article(null, null, null, "ä".repeat(Articles.MAX_BODY_BYTES / 2 + 1))))
                .hasMessageContaining("more than 1048576");
    }

    @Test
    void jsonReadsBackWhatItWrote() throws InvalidArticle {
        Article article = new Article("i", "http://u.example/", "o", "t", "b", "en", TIME, TIME);
        ArticleJson json = new ArticleJson();
        assertThat(json.read(json.write(article))).isEqualTo(article);
    }

    @Test
    void sortsByTimeInMemoryAndInFiles() throws IOException {
        for (long memory : new long[] {1_000_000, 1_000}) {
            List<String> sorted = new ArrayList<>();
            try (ArticleSort sort = new ArticleSort(memory)) {
                for (int i = 0; i < 50; i++) {
                    sort.add(Article.newBuilder(article("a" + i, null, null, "Text."))
                            .setPublishedAt(TIME.plusSeconds(i * 37 % 10))
                            .build());
                }
                sort.forEach(article -> sorted.add(
                        article.getPublishedAt().getEpochSecond() % 10 + ":" + String.format("%02d", number(article))));
                assertThat(sort.count()).isEqualTo(50);
            }
            assertThat(sorted).hasSize(50).isSorted();
        }
    }

    private static int number(Article article) {
        return Integer.parseInt(article.getId().orElseThrow().substring(1));
    }
}
