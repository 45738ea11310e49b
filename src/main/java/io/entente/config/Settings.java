package io.entente.config;

import io.entente.clock.ClockSettings;
import io.entente.collect.CollectSettings;
import io.entente.relation.OutletFamilies;
import io.entente.relation.RelateSettings;
import io.entente.table.TableException;
import io.entente.table.TsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a process. A value is taken from the first of: the command line, the environment ({@code ENTENTE_…}), the
 * file, the default. Immutable.
 */
public final class Settings {

    private static final String FAMILIES = "outlet-families.tsv";

    private final SortedMap<String, String> values;

    private Settings(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the settings.
     *
     * @param flags what the command line gives, by key
     * @param environment the process's environment
     * @param file a properties file, or null
     * @throws SettingsException if a key is unknown, a value cannot be used, or the file cannot be read
     */
    public static Settings load(Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        return new Settings(SettingsSource.merge(flags, environment, file));
    }

    /** The same settings with some of them replaced. */
    public Settings with(Map<String, String> changes) {
        TreeMap<String, String> copy = new TreeMap<>(values);
        changes.forEach((key, value) -> SettingsSource.put(copy, key, value, "program"));
        return new Settings(copy);
    }

    private String text(Setting setting) {
        return values.getOrDefault(setting.key(), setting.fallback());
    }

    private int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    private Duration duration(Setting setting) {
        return Duration.parse(text(setting));
    }

    private Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    /** Kafka brokers, {@code host:port}, comma-separated. */
    public String bootstrapServers() {
        return text(Catalogue.BOOTSTRAP);
    }

    /** Prefix of every topic. */
    public String prefix() {
        return text(Catalogue.PREFIX);
    }

    /** The application id of {@code stage}: the prefix without a trailing dot or dash, a dash, the stage. */
    public String applicationId(String stage) {
        String base = prefix().replaceAll("[.\\-_]+$", "");
        String name = stage.toLowerCase(Locale.ROOT);
        return base.isEmpty() ? name : base + "-" + name;
    }

    /** Configuration of the Avro serde: Confluent's own keys, and the class that replaces Entente's own serde, if any. */
    public Map<String, String> serdeConfig() {
        Map<String, String> config = new TreeMap<>();
        config.put("schema.registry.url", "http://localhost:8081");
        optional(Catalogue.SERDE).ifPresent(type -> config.put(Catalogue.SERDE.key(), type));
        values.forEach((key, value) -> {
            if (Catalogue.SERDE_KEYS.contains(key)) {
                config.put(key, value);
            }
        });
        return config;
    }

    /** Configuration of every Kafka client: brokers and what {@code kafka.*} passes through. */
    public Map<String, String> kafkaConfig() {
        Map<String, String> config = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(Catalogue.KAFKA)) {
                config.put(key.substring(Catalogue.KAFKA.length()), value);
            }
        });
        config.put("bootstrap.servers", bootstrapServers());
        return config;
    }

    /** How event time is kept. */
    public ClockSettings clock() {
        return new ClockSettings(
                duration(Catalogue.IDLE),
                grace(),
                text(Catalogue.CLOCK).equals("wall"),
                duration(Catalogue.CLOCK_LAG),
                duration(Catalogue.FUTURE));
    }

    /** How late an article may arrive and still correct the relations. */
    public Duration grace() {
        return duration(Catalogue.GRACE);
    }

    /**
     * How statements become events and relations.
     *
     * @throws SettingsException if {@code outlet-families.tsv} in the folder of dictionaries cannot be used
     */
    public RelateSettings relate() {
        return RelateSettings.defaults()
                .withGrace(grace())
                .withMinConfidence(Double.parseDouble(text(Catalogue.CONFIDENCE)))
                .withFamilies(families());
    }

    private OutletFamilies families() {
        OutletFamilies bundled = OutletFamilies.bundled();
        Path file = dictionaries().map(folder -> folder.resolve(FAMILIES)).orElse(null);
        if (file == null || !Files.exists(file)) {
            return bundled;
        }
        try {
            return bundled.with(TsvTable.file(file));
        } catch (TableException e) {
            throw new SettingsException("outlet families cannot be used: " + e.getMessage());
        }
    }

    /** Partitions of {@code articles} and {@code articles.enriched} when they are created. */
    public int articlePartitions() {
        return number(Catalogue.ARTICLE_PARTITIONS);
    }

    /** Partitions of the topics keyed by pair when they are created. */
    public int pairPartitions() {
        return number(Catalogue.PAIR_PARTITIONS);
    }

    /** Replication factor of topics when they are created. */
    public short replication() {
        return (short) number(Catalogue.REPLICATION);
    }

    /** How many copies of a record must be written before it counts: one less than there are, from one to two. */
    public int minInSyncReplicas() {
        return Math.max(1, Math.min(2, replication() - 1));
    }

    /** After how long in one call without progress a stage counts as hung. */
    public Duration hung() {
        return Duration.parse(text(Catalogue.HUNG));
    }

    /** Threads of each stage. */
    public int threads() {
        return number(Catalogue.THREADS);
    }

    /** How many other processes keep a copy of each task's state. */
    public int standbys() {
        return number(Catalogue.STANDBYS);
    }

    /** Folder of the stages' local state. */
    public Path stateDir() {
        return Path.of(text(Catalogue.STATE_DIR));
    }

    /** Folder with dictionaries that extend the built-in ones, if any. */
    public Optional<Path> dictionaries() {
        return optional(Catalogue.DICTIONARIES).map(Path::of);
    }

    /** Whether armed groups are parties to pairs. */
    public boolean groups() {
        return Boolean.parseBoolean(text(Catalogue.GROUPS));
    }

    /** Whether international organisations that are not political blocs are parties to pairs. */
    public boolean organisations() {
        return Boolean.parseBoolean(text(Catalogue.ORGANISATIONS));
    }

    /** Names of the extractors that find statements, in the order in which they run. */
    public List<String> coder() {
        return list(Catalogue.CODER);
    }

    private List<String> list(Setting setting) {
        return Pattern.compile(",")
                .splitAsStream(text(setting))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Folder with a model for the learned reader in place of the built-in one, if any. */
    public Optional<Path> readerModel() {
        return optional(Catalogue.READER_MODEL).map(Path::of);
    }

    /** Alert thresholds other than the built-in ones, if any. */
    public Optional<Path> alerts() {
        return optional(Catalogue.ALERTS).map(Path::of);
    }

    /** Address that the API listens on. */
    public String httpHost() {
        return text(Catalogue.HTTP_HOST);
    }

    /** Port that the API listens on; 0 for any free one. */
    public int httpPort() {
        return number(Catalogue.HTTP_PORT);
    }

    /** Bearer token of the API, if any. */
    public Optional<String> httpToken() {
        return optional(Catalogue.HTTP_TOKEN);
    }

    /** How long before the latest event the API keeps data. */
    public Duration serveHistory() {
        return duration(Catalogue.HISTORY);
    }

    /** How many of the newest statements the API keeps. */
    public int serveStatements() {
        return number(Catalogue.KEPT_STATEMENTS);
    }

    /** How many of the newest articles the API keeps. */
    public int serveArticles() {
        return number(Catalogue.KEPT_ARTICLES);
    }

    /** Webhook targets, if any. */
    public Optional<Path> webhooks() {
        return optional(Catalogue.WEBHOOKS).map(Path::of);
    }

    /** Up to what age webhooks report an alert, and for how long they try; zero for no limit. */
    public Duration webhookMaxAge() {
        return duration(Catalogue.WEBHOOKS_MAX_AGE);
    }

    /** How feeds are polled. */
    public CollectSettings collect() {
        return new CollectSettings(
                duration(Catalogue.COLLECT_INTERVAL),
                duration(Catalogue.COLLECT_MAX_AGE),
                duration(Catalogue.FUTURE),
                text(Catalogue.COLLECT_CONTACT),
                list(Catalogue.COLLECT_NETWORKS));
    }

    /** Whether log lines are JSON objects. */
    public boolean jsonLogs() {
        return text(Catalogue.LOG).equals("json");
    }

    /** Every value by key, for people: secrets are hidden. */
    public Map<String, String> shown() {
        return SecretValues.hide(values);
    }

    @Override
    public String toString() {
        return shown().toString();
    }
}
