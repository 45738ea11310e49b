package io.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedBrokerIT {
    private static final String TOPIC = "kept";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @TempDir
    private Path folder;

    @Test
    void keepsItsDataAndItsClusterIdBetweenRuns() throws Exception {
        String cluster;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            cluster = clusterId(broker.bootstrapServers());
            create(broker.bootstrapServers());
            writeInTransaction(broker.bootstrapServers(), "one");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            assertThat(clusterId(broker.bootstrapServers())).isEqualTo(cluster);
            writeInTransaction(broker.bootstrapServers(), "two");
            assertThat(read(broker.bootstrapServers(), 2)).containsExactly("one", "two");
        }
    }

    @Test
    void saysWhichPortIsTakenAndWorksOnceItIsFree() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = other.getLocalPort();
            assertThatExceptionOfType(EmbeddedException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder, other.getLocalPort(), Map.of()))
                    .withMessageContaining("port " + port + " on 127.0.0.1");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port, Map.of())) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void outlivesAFatalFaultOfTheBroker() throws Exception {
        Map<String, String> unfit = Map.of("create.topic.policy.class.name", "java.lang.String");
        assertThatExceptionOfType(EmbeddedException.class)
                .as("Kafka would halt the process")
                .isThrownBy(() -> EmbeddedBroker.start(folder, 0, unfit))
                .withMessageContaining(folder.toString());
        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedBroker.start(folder, 0, Map.of("log.retention.ms", "long")))
                .withMessageContaining("log.retention.ms");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            assertThat(clusterId(broker.bootstrapServers())).isNotBlank();
        }
    }

    @Test
    void letsOneProcessHaveAFolder() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of());
                BrokerProcess second = BrokerProcess.start(folder)) {
            assertThat(second.firstLine())
                    .contains("in use by process " + ProcessHandle.current().pid())
                    .contains(folder.toString());
            assertThatExceptionOfType(EmbeddedException.class)
                    .as("nor twice in one process")
                    .isThrownBy(() -> EmbeddedBroker.start(folder, 0, Map.of()))
                    .withMessageContaining("in use");
            assertThat(clusterId(broker.bootstrapServers())).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void stopsCleanlyFromAShutdownHook(String signal, int status) throws Exception {
        try (BrokerProcess process = BrokerProcess.start(folder)) {
            assertThat(process.firstLine()).startsWith("up 127.0.0.1:");
            assumeThat(signal.equals("INT") && process.ignoresInterrupts())
                    .as("interrupts are ignored: the tests run in the background")
                    .isFalse();
            assertThat(process.signal(signal)).isEqualTo(status);
        }
        assertThat(folder.resolve("kafka").resolve(".kafka_cleanshutdown")).exists();
    }

    /** Killed between a commit and its marker, the broker must still write the marker, or its readers wait for ever. */
    @RepeatedTest(2)
    void comesBackAfterItWasKilled() throws Exception {
        String cluster;
        try (BrokerProcess process = BrokerProcess.start(folder)) {
            String address = process.firstLine().substring("up ".length());
            cluster = clusterId(address);
            create(address);
            writeInTransaction(address, "one");
            process.signal("KILL");
        }
        assertThat(folder.resolve("kafka").resolve(".kafka_cleanshutdown")).doesNotExist();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            assertThat(clusterId(broker.bootstrapServers())).isEqualTo(cluster);
            assertThat(read(broker.bootstrapServers(), 1)).containsExactly("one");
        }
    }

    @Test
    void listensWhereToldTo() throws Exception {
        Map<String, String> overrides = Map.of(
                "listeners", "PLAINTEXT://127.0.0.1:0,SASL_PLAINTEXT://127.0.0.1:0",
                "sasl.enabled.mechanisms", "PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required user_ann=\"secret\";",
                "message.max.bytes", "12345678");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, overrides);
                Admin plain = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                Admin sasl = Admin.create(Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers("SASL_PLAINTEXT"),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required"
                                + " username=\"ann\" password=\"secret\";"))) {
            assertThat(sasl.describeCluster().clusterId().get())
                    .isEqualTo(plain.describeCluster().clusterId().get());
            assertThat(broker.bootstrapServers("SASL_PLAINTEXT")).isNotEqualTo(broker.bootstrapServers());
        }
    }

    @Test
    void keepsTheStreamsFolderOutOfTheBrokersWay() throws Exception {
        Files.createDirectories(folder.resolve("streams"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            assertThat(clusterId(broker.bootstrapServers())).isNotBlank();
        }
    }

    private static String clusterId(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void create(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void writeInTransaction(String address, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "transactional.id", "it");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, 0, null, value));
            producer.commitTransaction();
        }
    }

    private static List<String> read(String address, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<String> values = new ArrayList<>();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < end) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(100));
                for (ConsumerRecord<String, String> record : records) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }
}
