package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Article;
import io.entente.avro.Statement;
import io.entente.embedded.EmbeddedBroker;
import io.entente.registry.RegistryClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry on a real broker. */
class EmbeddedRegistryIT {

    @Test
    void keepsIdsOverRestartsOfItselfAndOfTheBroker(@TempDir Path folder) throws Exception {
        int article;
        int statement;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
                article = client(registry).register("articles-value", Article.getClassSchema());
            }
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
                assertThat(client(registry).idOf("articles-value", Article.getClassSchema()))
                        .isEqualTo(article);
                statement = client(registry).register("statements-value", Statement.getClassSchema());
                assertThat(statement).isNotEqualTo(article);
                refusesATakenPort(broker.bootstrapServers());
            }
            assertThat(policy(broker.bootstrapServers())).isEqualTo("compact");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, Map.of());
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
            assertThat(client(registry).schema(article).getFullName()).isEqualTo("io.entente.avro.Article");
            assertThat(client(registry).schema(statement).getFullName()).isEqualTo("io.entente.avro.Statement");
        }
    }

    private static void refusesATakenPort(String bootstrapServers) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(RegistryStartException.class)
                    .isThrownBy(() -> EmbeddedRegistry.start(bootstrapServers, other.getLocalPort()))
                    .withMessageContaining("port " + other.getLocalPort());
        }
    }

    private static RegistryClient client(EmbeddedRegistry registry) {
        return RegistryClient.of(Map.of("schema.registry.url", registry.url()));
    }

    private static String policy(String bootstrapServers) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SchemaTopic.NAME);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("cleanup.policy")
                    .value();
        }
    }
}
