package io.entente.alert;

import io.entente.avro.Article;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A made-up feed of coded articles that repeat each other in all degrees, with bursts, severe events and pairs that meet for the first time, often
 * around midnight: so events merge, move to the day before and lose their leaders as the articles come in another order.
 */
final class Gossip {
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofHours(6);
    private static final int DAYS = 45;
    private static final String[] OUTLETS = {"North Wire", "Harbour Post", "Andes Ledger", "Coast Daily"};
    private static final String[] WORDS = {
        "duties", "wire", "steel", "border", "mills", "evidence", "court", "shipment", "visas", "Hue", "Regina", "12"
    };
    private static final EventType[] TYPES = {
        EventType.ACCUSE, EventType.ASSAULT, EventType.SANCTION, EventType.CONSULT, EventType.SUPPORT
    };

    final List<Article> articles = new ArrayList<>();
    final Map<String, List<Statement>> coded = new HashMap<>();
    private final Random random;

    Gossip(long seed) {
        random = new Random(seed);
        for (int day = 0; day < DAYS; day++) {
            day(day, "AAA", "BBB", random.nextInt(8) == 0 ? 8 : random.nextInt(2));
            day(day, "CCC", "DDD", day < 20 ? 0 : random.nextInt(6) == 0 ? 5 : 0);
            day(day, "EEE", "FFF", random.nextInt(30) == 0 ? 3 : 0);
        }
        articles.sort(Comparator.comparing(Article::getPublishedAt));
    }

    private void day(int day, String one, String other, int stories) {
        for (int story = 0; story < stories; story++) {
            int minute = random.nextBoolean() ? 1440 - 180 + random.nextInt(360) : random.nextInt(1440);
            article(START.plus(Duration.ofMinutes(day * 1440L + minute)), one, other);
        }
    }

    private void article(Instant at, String one, String other) {
        String id = "a" + articles.size();
        String outlet = OUTLETS[random.nextInt(OUTLETS.length)];
        articles.add(Article.newBuilder()
                .setId(id)
                .setOutlet(outlet)
                .setTitle("A title")
                .setBody("A body")
                .setPublishedAt(at)
                .build());
        List<Statement> statements = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            boolean forward = random.nextInt(3) > 0;
            EventType type = TYPES[random.nextInt(TYPES.length)];
            statements.add(statement(id, outlet, at, forward ? one : other, type, forward ? other : one));
            if (type == EventType.CONSULT) {
                statements.add(statement(id, outlet, at, forward ? other : one, type, forward ? one : other));
            }
        }
        coded.put(id, statements);
    }

    private Statement statement(
            String article, String outlet, Instant at, String source, EventType type, String target) {
        boolean hostile = type != EventType.CONSULT && type != EventType.SUPPORT;
        StringBuilder sentence = new StringBuilder(source + ' ' + type + ' ' + target + " over");
        for (int words = 3 + random.nextInt(3); words > 0; words--) {
            sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return Statement.newBuilder()
                .setId(article + source + type + random.nextInt())
                .setArticleId(article)
                .setOutlet(outlet)
                .setPublishedAt(at)
                .setSource(source)
                .setSourceText(source)
                .setTarget(target)
                .setTargetText(target)
                .setEvent(type)
                .setQuad(hostile ? QuadClass.VERBAL_CONFLICT : QuadClass.VERBAL_COOPERATION)
                .setSign(hostile ? -1 : 1)
                .setSentiment(hostile ? -0.5 : 0.4)
                .setIntensity(hostile ? -4 - random.nextInt(5) : 3)
                .setStatus(random.nextInt(8) == 0 ? Status.REPORTED : Status.ASSERTED)
                .setSevereClass(type == EventType.ASSAULT && random.nextInt(3) == 0 ? "force" : null)
                .setSentence(sentence.toString())
                .setBegin(random.nextInt(400))
                .setEnd(500)
                .setTrigger(type.name())
                .setRule("test")
                .setConfidence(0.9)
                .build();
    }

    /** The articles in an order in which none comes more than the grace of alerts after a later one. */
    static List<Article> shuffled(List<Article> articles, Random random) {
        Map<Double, Article> order = new TreeMap<>();
        for (Article article : articles) {
            order.put(article.getPublishedAt().toEpochMilli() + random.nextDouble() * GRACE.toMillis(), article);
        }
        return new ArrayList<>(order.values());
    }
}
