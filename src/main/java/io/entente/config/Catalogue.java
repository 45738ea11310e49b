package io.entente.config;

import io.entente.config.Setting.Form;
import java.util.List;

/** Everything that can be set. */
final class Catalogue {
    static final Setting BOOTSTRAP =
            plain("bootstrap.servers", "localhost:9092", Form.TEXT, "Kafka brokers, host:port, comma-separated.");
    static final Setting PREFIX = plain(
            "entente.prefix",
            "entente.",
            Form.TEXT,
            "Prefix of every topic; with a trailing dot or dash cut off also of the application ids.");
    static final Setting SERDE = plain(
            "entente.serde.avro",
            "",
            Form.TEXT,
            "Class of an Avro serde to use in place of Entente's own, e.g."
                    + " io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde.");
    static final Setting CLOCK = plain(
            "entente.clock",
            "data",
            Form.CLOCK,
            "data: time comes from the articles alone (backfill, replay). wall: the watermark of an idle partition"
                    + " also follows the wall clock (live feeds).");
    static final Setting CLOCK_LAG = plain(
            "entente.clock.lag",
            "PT24H",
            Form.DURATION,
            "With entente.clock=wall: how far the watermark of an idle partition trails the wall clock.");
    static final Setting IDLE = plain(
            "entente.idle",
            "PT10S",
            Form.DURATION,
            "After how long without a record a partition of articles that has been read to its end counts as idle.");
    static final Setting FUTURE = plain(
            "entente.future",
            "PT1H",
            Form.DURATION,
            "How far after its arrival an article may be dated; beyond that it becomes a dead letter.");
    static final Setting GRACE = plain(
            "entente.grace", "P3D", Form.DURATION, "How late an article may arrive and still correct the relations.");
    static final Setting CONFIDENCE = plain(
            "entente.confidence",
            "0.3",
            Form.SHARE,
            "Statements of less confidence form no event: a number from 0 to 1.");
    static final Setting ARTICLE_PARTITIONS = plain(
            "entente.partitions.articles",
            "4",
            Form.COUNT,
            "Partitions of articles and articles.enriched when they are created.");
    static final Setting PAIR_PARTITIONS = plain(
            "entente.partitions.pairs",
            "4",
            Form.COUNT,
            "Partitions of the topics that are keyed by pair when they are created: fixed for their life.");
    static final Setting REPLICATION =
            plain("entente.replication", "1", Form.COUNT, "Replication factor of topics when they are created.");
    static final Setting HUNG = plain(
            "entente.hung",
            "PT5M",
            Form.DURATION,
            "After how long in one call without progress a stage counts as hung: the process ends with exit code 3.");
    static final Setting THREADS = plain("entente.threads", "1", Form.COUNT, "Threads of each stage.");
    static final Setting STANDBYS = plain(
            "entente.standbys",
            "0",
            Form.NUMBER,
            "How many other processes keep a copy of a task's state, so that one of them can go on at once.");
    static final Setting STATE_DIR = plain(
            "entente.state.dir",
            "data/state",
            Form.TEXT,
            "Folder of the stages' local state; it can be rebuilt from Kafka.");
    static final Setting DICTIONARIES = plain(
            "entente.dictionaries",
            "",
            Form.TEXT,
            "Folder with dictionaries that extend or override the built-in ones: actors/*.tsv, events/*.tsv,"
                    + " outlet-families.tsv.");
    static final Setting GROUPS = plain(
            "entente.actors.groups",
            "false",
            Form.FLAG,
            "Whether armed groups are parties to pairs, with codes of their own such as LBNHEZ.");
    static final Setting ORGANISATIONS = plain(
            "entente.actors.organisations",
            "false",
            Form.FLAG,
            "Whether international organisations that are not political blocs (IMF, ICC, ECOWAS ...) are parties to"
                    + " pairs.");
    static final Setting CODER = plain(
            "entente.coder",
            "rules",
            Form.TEXT,
            "The extractors that find statements, comma-separated, in the order in which they run: rules, or"
                    + " rules,reader.");
    static final Setting READER_MODEL = plain(
            "entente.reader.model",
            "",
            Form.TEXT,
            "Folder with a model for the learned reader: reader.json, reader.onnx, vocabulary.txt; the built-in one if"
                    + " empty.");
    static final Setting ALERTS =
            plain("entente.alerts", "", Form.TEXT, "Alert thresholds (a YAML file); the built-in ones if empty.");
    static final Setting HTTP_HOST =
            plain("entente.http.host", "127.0.0.1", Form.TEXT, "Address that the API and the dashboard listen on.");
    static final Setting HTTP_PORT = plain(
            "entente.http.port",
            "8080",
            Form.PORT,
            "Port that the API and the dashboard listen on; 0 for any free one.");
    static final Setting HTTP_TOKEN = new Setting(
            "entente.http.token",
            "",
            Form.TEXT,
            true,
            "Bearer token that the API asks for; required where it listens on more than the loopback address.");
    static final Setting HISTORY = plain(
            "entente.serve.history",
            "P90D",
            Form.DURATION,
            "How long before the latest event the API keeps days, events and closed alerts.");
    static final Setting KEPT_STATEMENTS =
            plain("entente.serve.statements", "200000", Form.COUNT, "How many of the newest statements the API keeps.");
    static final Setting KEPT_ARTICLES =
            plain("entente.serve.articles", "50000", Form.COUNT, "How many of the newest articles the API keeps.");
    static final Setting WEBHOOKS =
            plain("entente.webhooks", "", Form.TEXT, "Webhook targets for alerts (a YAML file); none if empty.");
    static final Setting WEBHOOKS_MAX_AGE = plain(
            "entente.webhooks.max-age",
            "P2D",
            Form.DURATION,
            "Webhooks: alerts whose own time is older than this when they are written are not sent, and a message that"
                    + " fails is tried for so long; PT0S: no limit.");

    static final Setting COLLECT_CONTACT = plain(
            "entente.collect.contact",
            "",
            Form.TEXT,
            "How a publisher can reach you, a mail address or a web page: part of the collector's User-Agent.");
    static final Setting COLLECT_INTERVAL = plain(
            "entente.collect.interval",
            "PT15M",
            Form.DURATION,
            "Collector: how often a feed is polled, unless it asks for a longer interval.");
    static final Setting COLLECT_MAX_AGE = plain(
            "entente.collect.max-age",
            "P3D",
            Form.DURATION,
            "Collector: entries that are older when they are first seen are not taken.");
    static final Setting COLLECT_NETWORKS = plain(
            "entente.collect.networks",
            "",
            Form.TEXT,
            "Collector: networks that are not public and may be asked all the same, such as 10.1.0.0/16,"
                    + " comma-separated; none if empty.");

    static final Setting LOG = plain(
            "entente.log",
            "text",
            Form.LOG,
            "text: log lines for people. json: one object per line, for log collectors.");

    /** In the order in which they are explained. */
    static final List<Setting> ALL = List.of(
            BOOTSTRAP,
            PREFIX,
            SERDE,
            CLOCK,
            CLOCK_LAG,
            IDLE,
            FUTURE,
            GRACE,
            CONFIDENCE,
            ARTICLE_PARTITIONS,
            PAIR_PARTITIONS,
            REPLICATION,
            THREADS,
            STANDBYS,
            HUNG,
            STATE_DIR,
            DICTIONARIES,
            GROUPS,
            ORGANISATIONS,
            CODER,
            READER_MODEL,
            ALERTS,
            HTTP_HOST,
            HTTP_PORT,
            HTTP_TOKEN,
            HISTORY,
            KEPT_STATEMENTS,
            KEPT_ARTICLES,
            WEBHOOKS,
            WEBHOOKS_MAX_AGE,
            COLLECT_CONTACT,
            COLLECT_INTERVAL,
            COLLECT_MAX_AGE,
            COLLECT_NETWORKS,
            LOG);

    /** Passed on to the Kafka clients without the prefix. */
    static final String KAFKA = "kafka.";

    /** Passed on to the Avro serde as they are: Confluent's own keys. */
    static final List<String> SERDE_KEYS = List.of(
            "schema.registry.url",
            "basic.auth.credentials.source",
            "basic.auth.user.info",
            "schema.registry.basic.auth.user.info",
            "bearer.auth.credentials.source",
            "bearer.auth.token",
            "auto.register.schemas",
            "use.latest.version",
            "latest.compatibility.strict",
            "key.subject.name.strategy",
            "value.subject.name.strategy",
            "schema.registry.ssl.truststore.location",
            "schema.registry.ssl.truststore.password",
            "schema.registry.ssl.truststore.type",
            "schema.registry.ssl.keystore.location",
            "schema.registry.ssl.keystore.password",
            "schema.registry.ssl.keystore.type",
            "schema.registry.ssl.key.password",
            "schema.registry.ssl.endpoint.identification.algorithm",
            "http.connect.timeout.ms",
            "http.read.timeout.ms",
            "max.retries",
            "retries.wait.ms");

    private Catalogue() {}

    private static Setting plain(String key, String fallback, Form form, String help) {
        return new Setting(key, fallback, form, false, help);
    }
}
