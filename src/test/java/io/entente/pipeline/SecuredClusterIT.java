package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Article;
import io.entente.coder.ArticleCoder;
import io.entente.config.Settings;
import io.entente.embedded.EmbeddedBroker;
import io.entente.registry.AvroSerdes;
import io.entente.registry.KeyStores;
import io.entente.registry.server.EmbeddedRegistry;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that asks for TLS and passwords and allows each stage's user what {@code topics acls} prints, and nothing else. */
class SecuredClusterIT {
    private static final String ADMIN = "admin";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";
    private static final List<Stage> STREAMS = List.of(Stage.ENRICH, Stage.RELATE, Stage.ALERT);

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeEach
    void start() throws Exception {
        Path store = KeyStores.make(folder, "broker");
        StringBuilder users = new StringBuilder(LOGIN);
        Stream.concat(Stream.of(ADMIN), STREAMS.stream().map(SecuredClusterIT::user))
                .forEach(user -> users.append(" user_")
                        .append(user)
                        .append("=\"")
                        .append(user)
                        .append("-pw\""));
        broker = EmbeddedBroker.start(
                folder.resolve("kafka"),
                0,
                Map.of(
                        // The plain listener is for this test, which may do anything.
                        "listeners", "PLAINTEXT://127.0.0.1:0,SASL_SSL://127.0.0.1:0",
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users", "User:ANONYMOUS",
                        "sasl.enabled.mechanisms", "PLAIN",
                        "listener.name.sasl_ssl.plain.sasl.jaas.config", users + ";",
                        "ssl.keystore.location", store.toString(),
                        "ssl.keystore.password", KeyStores.PASSWORD));
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterEach
    void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void stagesWorkOverTlsWithTheRightsThatArePrinted() throws Exception {
        Settings all = settings(Map.of());
        Topics topics = Topics.of(all, new AvroSerdes(all.serdeConfig()));
        allow(all, topics);
        try (TopicAdmin admin = new TopicAdmin(settings(secured(ADMIN)))) {
            admin.apply(topics);
            TopicPlan plan = admin.plan(topics);
            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.internal()).extracting(TopicPlan.Internal::name).contains("_schemas");
        }
        List<Article> feed = Cluster.sampleFeed();
        Cluster.publish(all, topics, feed);

        List<Pipeline> pipelines = new ArrayList<>();
        try {
            for (Stage stage : STREAMS) {
                pipelines.add(Pipeline.start(
                        settings(secured(user(stage))),
                        EnumSet.of(stage),
                        ArticleCoder.of(Gazetteer.load()),
                        AlertPolicies.builtIn()));
            }
            Instant newest = feed.stream()
                    .map(Article::getPublishedAt)
                    .max(Instant::compareTo)
                    .orElseThrow();
            new Completion(all, topics, all.pairPartitions()).await(newest, Duration.ofMinutes(2), () -> {
                pipelines.forEach(Pipeline::requireNoFailure);
                return true;
            });
        } finally {
            pipelines.forEach(Pipeline::close);
        }
        try (TopicReader reader = new TopicReader(all)) {
            assertThat(reader.table(topics.alerts())).isNotEmpty();
        }
        refusesWhatIsNotPrinted(topics);
    }

    private void refusesWhatIsNotPrinted(Topics topics) {
        Settings enrich = settings(secured(user(Stage.ENRICH)));
        try (TopicReader reader = new TopicReader(enrich)) {
            assertThatExceptionOfType(TopicAuthorizationException.class)
                    .isThrownBy(() ->
                            reader.read(List.of(topics.alerts()), new TopicReader.Start.Beginning(), record -> {}));
        }
        try (KafkaProducer<byte[], byte[]> producer = Cluster.producer(enrich)) {
            assertThat(producer.send(new ProducerRecord<>(topics.events().name(), new byte[0])))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private void allow(Settings settings, Topics topics) throws Exception {
        List<AclBinding> acls = new ArrayList<>();
        STREAMS.forEach(stage -> acls.addAll(new StageAcls(settings, topics).of(stage, "User:" + user(stage))));
        acls.addAll(new StageAcls(settings, topics).ofAdmin("User:" + ADMIN));
        try (Admin admin = Admin.create(new HashMap<>(settings.kafkaConfig()))) {
            admin.createAcls(acls).all().get();
        }
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> flags = new HashMap<>(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "entente.prefix", "secured.",
                "entente.idle", "PT5S",
                "entente.state.dir", folder.resolve("state").toString()));
        flags.putAll(more);
        return Settings.load(flags, Map.of(), null);
    }

    private Map<String, String> secured(String user) {
        return Map.of(
                "bootstrap.servers",
                broker.bootstrapServers("SASL_SSL"),
                "entente.state.dir",
                folder.resolve("state-" + user).toString(),
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                "PLAIN",
                "kafka.sasl.jaas.config",
                LOGIN + "username=\"" + user + "\" password=\"" + user + "-pw\";",
                "kafka.ssl.truststore.location",
                folder.resolve("broker.p12").toString(),
                "kafka.ssl.truststore.password",
                KeyStores.PASSWORD,
                "kafka.ssl.truststore.type",
                "PKCS12");
    }

    private static String user(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
