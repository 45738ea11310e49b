package io.entente.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.language.segment.Document;
import io.entente.language.segment.Segmenter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the gazetteer loads and tags, and how much heap its dictionaries take. Rates are per second of CPU time of the one
 * thread that works, so that other load on the machine does not count.
 *
 * <pre>mvn -q compile dependency:build-classpath -Dmdep.outputFile=target/cp
 * java -XX:+UseSerialGC -cp target/classes:$(cat target/cp) src/bench/java/io/entente/actor/TaggingBench.java ARTICLES.jsonl</pre>
 */
public final class TaggingBench {
    private static final int ROUNDS = 9;
    private static final int SETS = 4;
    private static final long ROUND_NANOS = 2_000_000_000L;

    private TaggingBench() {}

    /** Reads JSON lines with body (or text) and title, and prints a line a round. */
    public static void main(String[] args) throws IOException {
        long start = cpu();
        long wall = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load();
        System.out.printf(
                "load     %.0f ms of CPU, %.0f ms in all%n", (cpu() - start) / 1e6, (System.nanoTime() - wall) / 1e6);
        System.out.printf("heap     %.1f MB%n", dictionaries() / 1e6);

        List<Document> documents = documents(Path.of(args[0]));
        double tokens = documents.stream()
                .flatMap(document -> document.sentences().stream())
                .mapToInt(sentence -> sentence.tokens().size())
                .sum();
        LocalDate day = LocalDate.parse("2024-03-01");
        for (int round = 0; round < ROUNDS; round++) {
            long mentions = 0;
            long articles = 0;
            long begin = cpu();
            while (cpu() - begin < ROUND_NANOS) {
                for (Document document : documents) {
                    mentions += gazetteer.tag(document, day).mentions().size();
                }
                articles += documents.size();
            }
            double seconds = (cpu() - begin) / 1e9;
            System.out.printf(
                    "round %d  %.0f articles/s, %.2f million tokens/s, %.1f mentions an article of %.0f tokens%n",
                    round,
                    articles / seconds,
                    articles * tokens / documents.size() / seconds / 1e6,
                    mentions / (double) articles,
                    tokens / documents.size());
        }
    }

    private static List<Document> documents(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Segmenter segmenter = new Segmenter();
        List<Document> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = json.readTree(line);
            JsonNode title = article.get("title");
            documents.add(segmenter.segment(
                    title == null ? null : title.asText(),
                    article.has("body")
                            ? article.get("body").asText()
                            : article.get("text").asText()));
        }
        return documents;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What one set of dictionaries takes, from what the heap shrinks by when several are dropped. */
    private static long dictionaries() {
        List<Gazetteer> several = new ArrayList<>();
        for (int i = 0; i < SETS; i++) {
            several.add(Gazetteer.load());
        }
        long with = heap();
        several.clear();
        return (with - heap()) / SETS;
    }

    /** The heap in use, once collecting garbage makes it no smaller. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int same = 0; same < 3; same++) {
            System.gc();
            long used = runtime.totalMemory() - runtime.freeMemory();
            same = used < least ? -1 : same;
            least = Math.min(least, used);
        }
        return least;
    }
}
