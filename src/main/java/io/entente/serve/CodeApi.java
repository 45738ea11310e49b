package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.article.json.ArticleJson;
import io.entente.avro.Article;
import io.entente.coder.Coder;
import io.entente.serve.http.JsonBody;
import io.entente.serve.http.Problem;
import io.entente.serve.http.Replies;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** {@code POST /code}: what the coder finds in a text that somebody pastes. Nothing is kept. */
final class CodeApi {
    static final int MAX_CHARACTERS = 100_000;

    private final Coders coders;
    private final Views views;
    private final Clock clock;
    private final ArticleJson reader = new ArticleJson();
    /** The coder is busy work: only so many at once, lest it starves the rest. */
    private final Semaphore places = new Semaphore(2);

    CodeApi(Coders coders, Views views, Clock clock) {
        this.coders = coders;
        this.views = views;
        this.clock = clock;
    }

    void code(Context context) {
        ObjectNode body = JsonBody.read(context);
        String choice = JsonBody.text(body, "coder");
        body.remove("coder");
        Article article = article(body);
        if (!places.tryAcquire()) {
            context.header("Retry-After", "1");
            throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "other texts are being coded: try again in a second");
        }
        try {
            Coder coder = coders.of(choice);
            Replies.json(context, views.record(coder.code(article)));
        } finally {
            places.release();
        }
    }

    /** Undated text is dated now. */
    private Article article(ObjectNode body) {
        if (!body.has("publishedAt") && !body.has("date")) {
            body.put("publishedAt", clock.instant().toString());
        }
        try {
            Article article = reader.read(body.toString().getBytes(StandardCharsets.UTF_8));
            if (article.getBody().length() > MAX_CHARACTERS) {
                throw new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "'body' is longer than " + MAX_CHARACTERS + " characters: cut it");
            }
            Articles.validate(article);
            return article;
        } catch (InvalidArticle e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
