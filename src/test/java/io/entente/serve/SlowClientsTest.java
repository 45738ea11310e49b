package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.entente.serve.http.Access;
import io.entente.serve.http.WebServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Clients that send slowly, leave midway or do not read cost nobody else an answer. */
class SlowClientsTest {
    private static final int MANY = 100;
    private static final WebServer.Patience SHORT =
            new WebServer.Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger held = new AtomicInteger();

    private WebServer server(WebServer.Patience patience) {
        Access access = Access.of("127.0.0.1", Optional.empty());
        return WebServer.start("127.0.0.1", 0, access, patience, router -> {
            router.health(Health.of(() -> true, ""), Health.of(() -> true, ""));
            router.on(io.javalin.http.HandlerType.POST, "/echo", context -> context.result(context.body()));
            router.get("/quick", context -> context.result("quick"));
            router.get("/hold", context -> {
                held.incrementAndGet();
                release.await();
            });
        });
    }

    private static int ask(WebServer web, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(web.url() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static Socket open(WebServer web, String request) throws IOException {
        URI uri = URI.create(web.url());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String unfinished() {
        return "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nthe first words";
    }

    @Test
    void slowBodiesHoldNobodyUpAndAreGivenUp() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (WebServer web = server(SHORT)) {
            for (int i = 0; i < MANY; i++) {
                slow.add(open(web, unfinished()));
            }
            assertThat(ask(web, "/health/live")).isEqualTo(200);
            HttpRequest echo = HttpRequest.newBuilder(URI.create(web.url() + "/echo"))
                    .timeout(Duration.ofSeconds(5))
                    .POST(HttpRequest.BodyPublishers.ofString("quick"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(echo, BodyHandlers.ofString())
                            .body())
                    .isEqualTo("quick");
            String answer = new String(slow.get(0).getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Clients that send a byte now and then are given up after the same time: no thread waits for them meanwhile. */
    @Test
    void trickledBodiesHoldNobodyUpAndAreGivenUp() throws Exception {
        List<Socket> slow = new ArrayList<>();
        ListAppender<ILoggingEvent> log = listen();
        ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
        try (WebServer web = server(SHORT)) {
            for (int i = 0; i < MANY; i++) {
                slow.add(open(web, unfinished()));
            }
            trickle.scheduleAtFixedRate(() -> slow.forEach(SlowClientsTest::sendAByte), 0, 100, TimeUnit.MILLISECONDS);
            for (int i = 0; i < 10; i++) {
                assertThat(ask(web, "/health/live")).isEqualTo(200);
                assertThat(ask(web, "/quick")).isEqualTo(200);
            }
            for (Socket socket : slow) {
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                        .isEqualTo("HTTP/1.1 408");
            }
        } finally {
            trickle.shutdownNow();
            for (Socket socket : slow) {
                socket.close();
            }
            root().detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root().addAppender(log);
        return log;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static void sendAByte(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException e) {
            // given up: that is what the test waits for
        }
    }

    @Test
    void healthAnswersWhileEverythingElseIsBusy() throws Exception {
        List<Socket> busy = new ArrayList<>();
        try (WebServer web = server(SHORT)) {
            for (int i = 0; i < MANY; i++) {
                busy.add(open(web, "GET /hold HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            await().until(() -> held.get() >= 40);
            assertThat(ask(web, "/health/live")).isEqualTo(200);
            assertThat(ask(web, "/hold")).isEqualTo(503);
        } finally {
            release.countDown();
            for (Socket socket : busy) {
                socket.close();
            }
        }
    }

    @Test
    void whoLeavesMidwayIsNoErrorOfOurs() throws Exception {
        ListAppender<ILoggingEvent> log = listen();
        try (WebServer web = server(SHORT)) {
            open(web, unfinished()).close();
            await().pollDelay(Duration.ofMillis(300)).until(() -> ask(web, "/health/live") == 200);
        } finally {
            root().detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void aBodyOfAnyLengthUpToTheLimitArrivesWhole() throws Exception {
        try (WebServer web = server(WebServer.Patience.USUAL)) {
            for (int length : new int[] {0, 1, 70_000, 1 << 20, (1 << 20) + 1, 3 << 20}) {
                for (boolean chunked : new boolean[] {false, true}) {
                    byte[] body = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
                    HttpRequest.BodyPublisher whole = HttpRequest.BodyPublishers.ofByteArray(body);
                    HttpRequest echo = HttpRequest.newBuilder(URI.create(web.url() + "/echo"))
                            .timeout(Duration.ofSeconds(10))
                            .POST(chunked ? HttpRequest.BodyPublishers.fromPublisher(whole) : whole)
                            .build();
                    var answer = HttpClient.newHttpClient().send(echo, BodyHandlers.ofString());
                    assertThat(answer.statusCode())
                            .as("%d %s", length, chunked)
                            .isEqualTo(length > 1 << 20 ? 413 : 200);
                    if (length <= 1 << 20) {
                        assertThat(answer.body()).hasSize(length);
                    }
                }
            }
        }
    }
}
