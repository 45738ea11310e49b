package io.entente.statement;

import com.sun.management.ThreadMXBean;
import io.entente.actor.Gazetteer;
import io.entente.article.ArticleReader;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.language.Document;
import io.entente.language.Segmenter;
import io.entente.language.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How fast one core codes the articles of a file, in processor time of the one thread, so that other load on the machine does not
 * count. Prints the start-up of dictionaries and coder and, for every second, sentences and articles of 350 words a second and bytes
 * allocated a sentence; at the end the median of the later half of the rounds, which is the speed of a process that has been running
 * for a while. The first rounds are slower: the compiler of the virtual machine needs half a minute, on two cores, to be done with
 * the coder.
 *
 * <pre>
 * mvn -q -B package -DskipTests
 * javac -cp 'target/dist/lib/*' -d target/bench src/bench/java/io/entente/statement/CodingBench.java
 * java -XX:+UseSerialGC -cp 'target/bench:target/dist/lib/*' io.entente.statement.CodingBench FEED.jsonl [ROUNDS]
 * </pre>
 */
public final class CodingBench {
    private static final int ARTICLE_WORDS = 350;
    private static final int ROUNDS = 40;
    private static final double NANOS = 1e9;

    private CodingBench() {}

    public static void main(String[] args) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        Gazetteer gazetteer = Gazetteer.load();
        long loaded = threads.getCurrentThreadCpuTime();
        Coder coder = StatementCoder.of(gazetteer);
        long ready = threads.getCurrentThreadCpuTime();
        System.out.printf("start-up: actors %.0f ms, coder %.0f ms%n", (loaded - begin) / 1e6, (ready - loaded) / 1e6);
        List<Article> articles = new ArrayList<>();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            new ArticleReader(Clock.systemUTC()).read(in, item -> {
                if (item.article() != null) {
                    articles.add(item.article());
                }
            });
        }
        long sentences = 0;
        long words = 0;
        for (Article article : articles) {
            Document document = new Segmenter().segment(article.getTitle().orElse(null), article.getBody());
            sentences += document.sentences().size();
            for (Sentence sentence : document.sentences()) {
                words +=
                        sentence.tokens().stream().filter(token -> token.word()).count();
            }
        }
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        double[] speeds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long statements = 0;
            long repeats = 0;
            while (threads.getCurrentThreadCpuTime() - cpu < NANOS) {
                for (Article article : articles) {
                    EnrichedArticle coded = coder.code(article);
                    statements += coded.getStatements().size();
                }
                repeats++;
            }
            double seconds = (threads.getCurrentThreadCpuTime() - cpu) / NANOS;
            long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
            speeds[round] = repeats * sentences / seconds;
            System.out.printf(
                    "%2d: %,.0f sentences/s, %,.0f articles/s, %,d bytes a sentence, %d statements%n",
                    round,
                    speeds[round],
                    repeats * words / seconds / ARTICLE_WORDS,
                    allocated / (repeats * sentences),
                    statements / repeats);
        }
        double[] later = Arrays.copyOfRange(speeds, rounds / 2, rounds);
        Arrays.sort(later);
        double median = later[later.length / 2];
        System.out.printf(
                "median: %,.0f sentences/s, %,.0f articles/s of %d words%n",
                median, median * words / sentences / ARTICLE_WORDS, ARTICLE_WORDS);
    }
}
