package io.entente.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Load on a running API: clients of the live stream, and requests at a fixed rate that does not wait for answers (so that a stall is seen by
 * every request that it delays). A while at the same rate goes before, in which both sides are compiled. Arguments: address, seconds, requests a second, live clients.
 *
 * <pre>bin/entente demo --http-port 8080
 * java -cp target/classes:target/bench-classes io.entente.serve.LoadBench http://127.0.0.1:8080 60 200 50</pre>
 */
public final class LoadBench {
    private static final List<String> PATHS = List.of(
            "/api/v1/pairs",
            "/api/v1/pairs/ECU-PER",
            "/api/v1/pairs/DZA-MAR?granularity=hour&days=14",
            "/api/v1/events?limit=50",
            "/api/v1/events?pair=ECU-PER&sign=-1",
            "/api/v1/alerts?state=open",
            "/api/v1/matrix",
            "/api/v1/statements?q=border",
            "/api/v1/articles/f059",
            "/api/v1/status");

    private static final int WARM_UP = 20;

    private LoadBench() {}

    public static void main(String[] args) throws Exception {
        String url = args[0];
        int seconds = Integer.parseInt(args[1]);
        int rate = Integer.parseInt(args[2]);
        int followers = Integer.parseInt(args[3]);
        HttpClient client = HttpClient.newHttpClient();
        AtomicInteger messages = new AtomicInteger();
        List<Thread> streams = follow(url, followers, messages);
        System.out.println("heap before " + heap(client, url) + " MB");

        new Run(client, url, WARM_UP, rate).answers();
        System.out.println("warm after " + WARM_UP + " s, heap " + heap(client, url) + " MB");
        messages.set(0);
        Run run = new Run(client, url, seconds, rate);
        run.answers();
        run.report();
        System.out.printf(
                "%d live clients still there, %d messages%n",
                streams.stream().filter(Thread::isAlive).count(), messages.get());
        System.out.println("heap after " + heap(client, url) + " MB");
        System.exit(0);
    }

    /** Requests at a fixed rate. */
    private static final class Run {
        private final HttpClient client;
        private final String url;
        private final int rate;
        private final int total;
        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicInteger errors = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicLong next = new AtomicLong();
        private final long begin = System.nanoTime();

        Run(HttpClient client, String url, int seconds, int rate) {
            this.client = client;
            this.url = url;
            this.rate = rate;
            this.total = seconds * rate;
        }

        /** Returns when all are there, or half a minute late. */
        void answers() throws Exception {
            ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
            timer.scheduleAtFixedRate(this::ask, 0, 1_000_000 / rate, TimeUnit.MICROSECONDS);
            long end = begin + (total / rate + 30) * 1_000_000_000L;
            while (done.get() < total && System.nanoTime() < end) {
                Thread.sleep(1000);
                if (done.get() / rate % 10 == 9) {
                    System.out.println(done + " done, heap " + heap(client, url) + " MB");
                }
            }
            timer.shutdownNow();
        }

        private void ask() {
            long number = next.getAndIncrement();
            if (number >= total) {
                return;
            }
            long due = begin + number * 1_000_000_000L / rate;
            client.sendAsync(request(url + PATHS.get((int) (number % PATHS.size()))), BodyHandlers.ofByteArray())
                    .whenComplete((answer, failure) -> {
                        if (failure != null || answer.statusCode() != 200) {
                            errors.incrementAndGet();
                        }
                        nanos.add(System.nanoTime() - due);
                        done.incrementAndGet();
                    });
        }

        void report() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "%d of %d answered, %d errors; p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms%n",
                    done.get(),
                    total,
                    errors.get(),
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.99),
                    quantile(sorted, 0.999),
                    quantile(sorted, 1));
        }
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private static List<Thread> follow(String url, int count, AtomicInteger messages) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/live"))
                .header("Accept", "text/event-stream")
                .build();
        List<Thread> threads = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> {
                try (Stream<String> lines =
                        client.send(request, BodyHandlers.ofLines()).body()) {
                    lines.filter(line -> line.startsWith("data:")).forEach(line -> messages.incrementAndGet());
                } catch (IOException | InterruptedException e) {
                    System.out.println("a live client broke off: " + e);
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static long heap(HttpClient client, String url) throws IOException, InterruptedException {
        double bytes = client.send(request(url + "/metrics"), BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return Math.round(bytes / (1 << 20));
    }

    private static double quantile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
