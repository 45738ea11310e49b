package io.entente.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A web of news on this machine: each host is an address of its own in 127.0.0.0/8, and does what a test tells it to do. */
public final class NewsWeb implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Supplier<Instant> time;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Hit> hits = new CopyOnWriteArrayList<>();

    /** What a host answers under an address. */
    public interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request, when its handling began. */
    record Hit(String place, Instant time) {}

    public NewsWeb(Supplier<Instant> time) throws IOException {
        this.time = time;
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
        String place = host + exchange.getRequestURI().getPath();
        hits.add(new Hit(place, time.get()));
        try (exchange) {
            Page page = pages.get(place);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                page.answer(exchange);
            }
        }
    }

    public URI url(int host, String path) {
        return URI.create("http://127.0.0." + host + ":" + server.getAddress().getPort() + path);
    }

    public URI page(int host, String path, Page page) {
        pages.put("127.0.0." + host + path, page);
        return url(host, path);
    }

    List<Instant> hits(int host, String path) {
        return hits.stream()
                .filter(hit -> hit.place().equals("127.0.0." + host + path))
                .map(Hit::time)
                .toList();
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    /** An RSS feed of {@code outlet} that shows the stories of the last five hours, one for each full hour from {@code first} on. */
    static String rss(String outlet, Instant first, Instant now, String text) {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>" + outlet + "</title>");
        long newest = Duration.between(first, now).toHours();
        for (long hour = newest; hour > newest - 5 && hour >= 0; hour--) {
            rss.append(
                    "<item><guid isPermaLink=\"false\">" + outlet + "-" + hour + "</guid><title>" + outlet + " story "
                            + hour + "</title><link>/story/" + hour + "</link><pubDate>"
                            + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    first.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC))
                            + "</pubDate><description>" + text + " Hour " + hour + " at " + outlet
                            + ".</description></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
