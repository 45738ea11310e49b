package io.entente.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WebServerTest {

    @Test
    void aRequestThatGoesOnAfterItsEndFailsOnceAndNotForEver() throws Exception {
        CompletableFuture<Object> work = new CompletableFuture<>();
        AtomicReference<Context> asked = new AtomicReference<>();
        Access access = Access.of("127.0.0.1", Optional.empty());
        try (WebServer web = WebServer.start(
                "127.0.0.1", 0, access, router -> router.config().routes.get("/slow", context -> {
                    asked.set(context);
                    context.future(() -> work);
                    CompletableFuture.runAsync(
                            () -> context.req().getAsyncContext().complete(),
                            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
                }))) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(web.url() + "/slow")).build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            recycled(Objects.requireNonNull(asked.get()));

            CompletableFuture<Void> end = new CompletableFuture<>();
            Thread late = new Thread(() -> {
                work.complete("done");
                end.complete(null);
            });
            late.setDaemon(true);
            late.start();

            assertThat(ends(end)).isTrue();
        }
    }

    private static void recycled(Context context) {
        await().until(() -> {
            try {
                context.statusCode();
                return false;
            } catch (IllegalStateException | NullPointerException gone) {
                return true;
            }
        });
    }

    private static boolean ends(CompletableFuture<Void> end) throws ExecutionException, InterruptedException {
        try {
            end.get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException endless) {
            return false;
        }
    }
}
