package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The files for containers against each other, the settings, the command line and the build: there is no engine here to try. */
class DeploymentTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]*}");

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        // Jackson does not resolve merge keys (<<), SnakeYAML does.
        Object tree = new Yaml(new LoaderOptions()).load(Files.readString(Path.of("docker-compose.yml")));
        compose = YAML.valueToTree(tree);
    }

    @Test
    void publishesOnTheLoopbackAddressOnly() {
        List<String> ports = new ArrayList<>();
        services().forEach((name, service) -> {
            service.path("ports").forEach(port -> ports.add(port.asText()));
            assertThat(service.path("network_mode").asText()).as(name).isNotEqualTo("host");
        });
        assertThat(ports).hasSize(5).allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
        assertThat(ports.stream().map(port -> port.split(":")[1])).doesNotHaveDuplicates();
    }

    @Test
    void mountsWhatIsThere() {
        List<String> named = new ArrayList<>();
        services().forEach((name, service) -> service.path("volumes").forEach(volume -> {
            String source = volume.asText().split(":")[0];
            if (source.startsWith("./")) {
                assertThat(Path.of(source)).as(name).exists();
                assertThat(volume.asText()).as(name).endsWith(":ro");
            } else {
                named.add(source);
            }
        }));
        assertThat(named).isSubsetOf(names(compose.path("volumes"))).containsAll(names(compose.path("volumes")));
        services().forEach((name, service) -> service.path("secrets")
                .forEach(secret -> assertThat(names(compose.path("secrets"))).contains(secret.asText())));
    }

    @Test
    void waitsForServicesThatSayWhenTheyAreReady() {
        Map<String, JsonNode> services = services();
        services.forEach((name, service) -> service.path("depends_on").fields().forEachRemaining(dependency -> {
            JsonNode other = services.get(dependency.getKey());
            assertThat(other)
                    .as("%s, on which %s depends", dependency.getKey(), name)
                    .isNotNull();
            if (dependency.getValue().path("condition").asText().equals("service_healthy")) {
                assertThat(other.has("healthcheck")).as(dependency.getKey()).isTrue();
            }
        }));
        services.forEach((name, service) -> {
            if (!name.equals("topics")) {
                assertThat(service.has("healthcheck"))
                        .as("health check of " + name)
                        .isTrue();
                assertThat(service.path("restart").asText())
                        .as("restart of " + name)
                        .isNotEmpty();
            }
        });
    }

    @Test
    void givesEntenteSettingsThatItKnowsAndAddressesThatAreThere() {
        Settings settings = settings();
        JsonNode kafka = services().get("kafka").path("environment");
        assertThat(kafka.path("KAFKA_ADVERTISED_LISTENERS").asText())
                .contains("INTERNAL://" + settings.bootstrapServers())
                .contains("HOST://127.0.0.1:" + published("kafka"));
        assertThat(kafka.path("KAFKA_INTER_BROKER_LISTENER_NAME").asText()).isEqualTo("INTERNAL");
        URI registry = URI.create(settings.serdeConfig().get("schema.registry.url"));
        JsonNode registryService = services().get(registry.getHost());
        assertThat(registryService
                        .path("environment")
                        .path("SCHEMA_REGISTRY_LISTENERS")
                        .asText())
                .endsWith(":" + registry.getPort());
        assertThat(registryService
                        .path("environment")
                        .path("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS")
                        .asText())
                .isEqualTo("PLAINTEXT://" + settings.bootstrapServers());
        assertThat(settings.httpPort()).isEqualTo(published("entente"));
        assertThat(settings.httpToken())
                .as("bound wider than the loopback address")
                .isPresent();
        assertThat(volumeTargets("entente"))
                .anyMatch(target -> settings.stateDir().startsWith(target));
        assertThat(services().get("entente").path("healthcheck").path("test").toString())
                .contains("/dev/tcp/127.0.0.1/" + settings.httpPort())
                .contains("/health/ready");
    }

    @Test
    void givesEntenteCommandsThatItHas() {
        services().forEach((name, service) -> {
            if (service.path("image").asText().startsWith("entente:")) {
                String[] arguments = strings(service.path("command")).toArray(String[]::new);
                assertThatCode(() -> Main.commandLine().parseArgs(arguments))
                        .as(name)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void collectsFromAListThatIsThereAndKeepsWhatItHasSeen() {
        JsonNode collector = services().get("collector");
        List<String> command = strings(collector.path("command"));
        assertThat(command.get(0)).isEqualTo("collect");
        assertThat(Path.of(command.get(1))).exists();
        assertThat(volumeTargets("collector"))
                .contains(command.get(command.indexOf("--data") + 1))
                .contains(collector.path("working_dir").asText() + "/config");
        String heap =
                first(collector.path("environment").path("ENTENTE_JAVA_OPTS").asText(), "-Xmx(\\d+)m");
        assertThat(Integer.parseInt(heap))
                .as("a collector is to stay below 256 MB")
                .isBetween(64, 128);
        assertThat(collector.path("environment").path("ENTENTE_BOOTSTRAP_SERVERS"))
                .isEqualTo(services().get("entente").path("environment").path("ENTENTE_BOOTSTRAP_SERVERS"));
    }

    @Test
    void setsUpABrokerThatTakesTheTopics() {
        JsonNode kafka = services().get("kafka").path("environment");
        Settings settings = settings();
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        int largest = topics.all().stream()
                .map(topic -> topic.config().getOrDefault("max.message.bytes", "0"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
        assertThat(kafka.path("KAFKA_MESSAGE_MAX_BYTES").asInt()).isGreaterThanOrEqualTo(largest);
        assertThat(Uuid.fromString(kafka.path("CLUSTER_ID").asText()).toString())
                .isEqualTo(kafka.path("CLUSTER_ID").asText());
        assertThat(kafka.path("KAFKA_AUTO_CREATE_TOPICS_ENABLE").asText()).isEqualTo("false");
        assertThat(kafka.path("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR").asInt())
                .isEqualTo(1);
        assertThat(settings.replication()).isEqualTo((short) 1);
        assertThat(volumeTargets("kafka")).contains(kafka.path("KAFKA_LOG_DIRS").asText());
    }

    @Test
    void usesTheVersionsOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(services().get("kafka").path("image").asText())
                .isEqualTo("apache/kafka:" + property(pom, "kafka.version"));
        assertThat(services().get("schema-registry").path("image").asText())
                .isEqualTo("confluentinc/cp-schema-registry:" + property(pom, "confluent.version"));
        assertThat(services().get("entente").path("image").asText())
                .isEqualTo("entente:" + first(pom, "<artifactId>entente</artifactId>\\s*<version>([^<]+)"));
        services()
                .forEach((name, service) ->
                        assertThat(service.path("image").asText()).as(name).matches("[a-z/-]+:v?\\d+\\.\\d+.*"));
    }

    @Test
    void scrapesAndShowsServicesThatAreThere() throws IOException {
        JsonNode prometheus =
                YAML.readTree(Path.of("config/prometheus/prometheus.yml").toFile());
        prometheus.path("scrape_configs").forEach(job -> {
            job.path("static_configs").forEach(config -> config.path("targets").forEach(target -> {
                String[] address = target.asText().split(":");
                assertThat(published(address[0])).isEqualTo(Integer.parseInt(address[1]));
            }));
            String secret = job.path("authorization").path("credentials_file").asText();
            assertThat(strings(services().get("prometheus").path("secrets")))
                    .contains(secret.replace("/run/secrets/", ""));
        });
        JsonNode source = YAML.readTree(Path.of("config/grafana/provisioning/datasources/prometheus.yml")
                .toFile());
        URI url = URI.create(source.path("datasources").path(0).path("url").asText());
        assertThat(published(url.getHost())).isEqualTo(url.getPort());
        JsonNode provider = YAML.readTree(
                Path.of("config/grafana/provisioning/dashboards/entente.yml").toFile());
        assertThat(volumeTargets("grafana"))
                .contains(provider.path("providers")
                        .path(0)
                        .path("options")
                        .path("path")
                        .asText());
    }

    @Test
    void buildsASlimImageWithoutRoot() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        List<String> from =
                lines.stream().filter(line -> line.startsWith("FROM ")).toList();
        assertThat(from.get(from.size() - 1)).contains("-jre");
        assertThat(lines).contains("USER 10001:10001");
        assertThat(lines.indexOf("USER 10001:10001"))
                .as("nothing is run as root after it")
                .isGreaterThan(lastIndex(lines, "RUN "));
        List<String> allowed = Files.readAllLines(Path.of(".dockerignore"));
        for (String line : lines) {
            if (line.startsWith("COPY ") && !line.contains("--from")) {
                String source = line.split("\\s+")[1];
                assertThat(Path.of(source)).exists();
                assertThat(allowed)
                        .as(source)
                        .anyMatch(kept -> kept.startsWith("!") && source.startsWith(kept.substring(1)));
            }
        }
        String launcher = first(String.join("\n", lines), "ENTRYPOINT \\[\"([^\"]+)\"]");
        assertThat(lines).contains("COPY bin/entente " + launcher);
        assertThat(Files.isExecutable(Path.of("bin/entente"))).isTrue();
        assertThat(lines.indexOf("RUN " + launcher + " --version"))
                .as("root may write the archive of classes, behind the jars that it is made of")
                .isGreaterThan(lastIndex(lines, "COPY "));
        Path home = Path.of(launcher).getParent().getParent();
        assertThat(lines).as("where the launcher looks").anyMatch(line -> line.endsWith(" " + home.resolve("lib")));
        assertThat(volumeTargets("entente")).contains(home.resolve("config").toString());
    }

    private static int lastIndex(List<String> lines, String start) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).startsWith(start) ? i : last;
        }
        return last;
    }

    private static Settings settings() {
        Map<String, String> environment = new TreeMap<>();
        services()
                .get("entente")
                .path("environment")
                .fields()
                .forEachRemaining(entry -> environment.put(
                        entry.getKey(),
                        VARIABLE.matcher(entry.getValue().asText()).replaceAll("given")));
        return Settings.load(Map.of(), environment, Path.of("config/entente.properties"));
    }

    private static Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        compose.path("services").fields().forEachRemaining(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    /** The port that a service listens on and publishes. */
    private static int published(String service) {
        String[] port = services().get(service).path("ports").path(0).asText().split(":");
        assertThat(port[1]).as("the same inside and outside").isEqualTo(port[2]);
        return Integer.parseInt(port[1]);
    }

    private static List<String> volumeTargets(String service) {
        return strings(services().get(service).path("volumes")).stream()
                .map(volume -> volume.split(":")[1])
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static List<String> names(JsonNode object) {
        Iterator<String> names = object.fieldNames();
        return Stream.generate(() -> names)
                .limit(object.size())
                .map(Iterator::next)
                .toList();
    }

    private static String property(String pom, String name) {
        return first(pom, "<" + Pattern.quote(name) + ">([^<]+)");
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
