package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Article;
import io.entente.config.Settings;
import io.entente.pipeline.SchemaAdmin.Standing;
import io.entente.pipeline.SchemaAdmin.Subject;
import io.entente.registry.AvroSerdes;
import io.entente.registry.RegistryClient;
import io.entente.registry.RegistryRefusedException;
import io.entente.registry.server.MemoryRegistry;
import io.entente.topology.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaAdminTest {
    private MemoryRegistry registry;

    @BeforeEach
    void start() {
        registry = new MemoryRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private SchemaAdmin admin(String... flags) {
        Map<String, String> all = new HashMap<>(Map.of("schema.registry.url", registry.url()));
        for (int i = 0; i < flags.length; i += 2) {
            all.put(flags[i], flags[i + 1]);
        }
        Settings settings = Settings.load(all, Map.of(), null);
        return new SchemaAdmin(settings, Topics.of(settings, new AvroSerdes(settings.serdeConfig())));
    }

    private RegistryClient client() {
        return RegistryClient.of(Map.of("schema.registry.url", registry.url()));
    }

    @Test
    void registersEverySubjectOnce() {
        assertThat(admin().check()).hasSize(9).allMatch(subject -> subject.standing() == Standing.NEW_SUBJECT);
        List<Subject> registered = admin().register(Optional.empty());
        assertThat(registered)
                .extracting(Subject::name)
                .containsExactly(
                        "entente.articles-value",
                        "entente.articles.enriched-value",
                        "entente.statements-value",
                        "entente.events-value",
                        "entente.relations.hourly-value",
                        "entente.relations.daily-value",
                        "entente.alerts-value",
                        "entente.attention-value",
                        "entente.collectors-value");
        assertThat(admin().check()).isEqualTo(registered);
        assertThat(admin().register(Optional.empty())).isEqualTo(registered);
    }

    @Test
    void followsPrefixAndStrategy() {
        assertThat(admin("entente.prefix", "desk.").check().get(0).name()).isEqualTo("desk.articles-value");
        assertThat(admin("value.subject.name.strategy", "RecordNameStrategy").check())
                .as("both relation topics hold the same record")
                .hasSize(8)
                .extracting(Subject::name)
                .contains("io.entente.avro.RelationWindow");
    }

    @Test
    void tellsNextVersionsFromRefusals() {
        client().register(
                        "entente.articles-value",
                        SchemaBuilder.record("io.entente.avro.Article")
                                .fields()
                                .requiredString("body")
                                .requiredLong("publishedAt")
                                .endRecord());
        client().register(
                        "entente.events-value",
                        SchemaBuilder.record("io.entente.avro.Event")
                                .fields()
                                .requiredBytes("id")
                                .endRecord());
        Map<String, Subject> standing = new HashMap<>();
        admin().check().forEach(subject -> standing.put(subject.name(), subject));
        assertThat(standing.get("entente.articles-value").standing()).isEqualTo(Standing.NEW_VERSION);
        assertThat(standing.get("entente.events-value").standing()).isEqualTo(Standing.INCOMPATIBLE);
        assertThat(standing.get("entente.events-value").problems()).isNotEmpty();
        standing.clear();
        admin().register(Optional.empty()).forEach(subject -> standing.put(subject.name(), subject));
        assertThat(standing.get("entente.events-value").standing()).isEqualTo(Standing.INCOMPATIBLE);
        assertThat(standing.get("entente.articles-value").standing()).isEqualTo(Standing.REGISTERED);
        assertThat(standing.get("entente.alerts-value").standing()).isEqualTo(Standing.REGISTERED);
    }

    @Test
    void setsTheLevelWhereToldTo() {
        admin().register(Optional.of("FULL_TRANSITIVE"));
        assertThat(client().incompatibilities(
                                "entente.articles-value",
                                SchemaBuilder.record(Article.getClassSchema().getFullName())
                                        .fields()
                                        .endRecord()))
                .as("a reader of everything, but nothing that ours can read")
                .isNotEmpty();
        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> admin().register(Optional.of("SIDEWARD")))
                .withMessageContaining("SIDEWARD");
    }
}
