package io.entente.coder;

import io.entente.actor.Gazetteer;
import io.entente.article.form.ArticleReader;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.language.segment.Document;
import io.entente.language.segment.Segmenter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The coder on one core, an article of a feed after the other: {@code bin/bench coder}. Beside articles as they are it counts sentences
 * and articles of 350 words; {@code -prof gc}, which the launcher gives, says what an article allocates. {@code -p coder=rules,rules+reader}
 * compares the coder with and without the learned reader.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 6, time = 5)
public class CoderBenchmark {
    private static final double ARTICLE_WORDS = 350;

    /** The feed, as {@code entente publish} takes it. */
    @Param("src/main/resources/io/entente/cli/sample-feed.jsonl")
    public String feed;

    /** The extractors, as {@code entente.coder} takes them, with {@code +} for the comma, which separates values here. */
    @Param("rules")
    public String coder;

    private Coder coding;
    private final List<Measured> articles = new ArrayList<>();
    private int next;

    private record Measured(Article article, long sentences, double length) {}

    /** What one second codes beside its articles. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        public long sentences;
        public double articlesOf350Words;
    }

    /** Makes the coder and reads the feed. */
    @Setup
    public void prepare() throws IOException {
        List<String> extractors = List.of(coder.split("[+]"));
        coding = ArticleCoder.of(
                Gazetteer.load(), new ExtractorSettings(extractors, null, null, ExtractorSettings.PARTIES));
        try (InputStream in = Files.newInputStream(Path.of(feed))) {
            new ArticleReader().readAll(feed, in).forEach(article -> articles.add(measured(article)));
        }
    }

    private static Measured measured(Article article) {
        Document document = new Segmenter().segment(article.getTitle().orElse(null), article.getBody());
        long words = document.sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> token.word())
                .count();
        return new Measured(article, document.sentences().size(), words / ARTICLE_WORDS);
    }

    /** Codes the feed's next article. */
    @Benchmark
    public EnrichedArticle article(Counts counts) {
        Measured one = articles.get(next);
        next = (next + 1) % articles.size();
        counts.sentences += one.sentences();
        counts.articlesOf350Words += one.length();
        return coding.code(one.article());
    }
}
