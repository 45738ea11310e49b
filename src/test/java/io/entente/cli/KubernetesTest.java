package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.entente.config.Settings;
import io.entente.pipeline.Stage;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** {@code deploy/kubernetes} against the classes of Kubernetes and Strimzi, the settings, the command line and the build: there is no cluster here to try. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("deploy", "kubernetes");
    private static final String KUSTOMIZATION = "kustomization.yaml";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1 Service", Service.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "apps/v1 Deployment", Deployment.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class);

    /** The classes keep fields that they do not know; here such a field is a mistake. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }

                @Override
                public JsonIgnoreProperties.Value findPropertyIgnoralByName(
                        MapperConfig<?> config, Annotated annotated) {
                    return JsonIgnoreProperties.Value.empty();
                }
            })
            .build();

    private static final List<HasMetadata> RESOURCES = new ArrayList<>();
    private static Map<String, String> environment;

    @BeforeAll
    static void read() throws IOException {
        for (String file : files()) {
            for (Object document : new Yaml(new LoaderOptions()).loadAll(Files.readString(FOLDER.resolve(file)))) {
                RESOURCES.add(resource(STRICT.valueToTree(document)));
            }
        }
        environment = new TreeMap<>();
        Files.readAllLines(FOLDER.resolve("settings.env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(entry -> environment.put(entry[0], entry[1]));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals(KUSTOMIZATION))
                    .sorted()
                    .toList();
        }
    }

    private static HasMetadata resource(JsonNode tree) throws JsonProcessingException {
        String kind = tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
        assertThat(KINDS).as("kinds of resources").containsKey(kind);
        return STRICT.treeToValue(tree, KINDS.get(kind));
    }

    private static <R extends HasMetadata> Map<String, R> all(Class<R> type) {
        return RESOURCES.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(resource -> resource.getMetadata().getName(), resource -> resource));
    }

    /** The pods of each workload, by its name. */
    private static Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new TreeMap<>();
        all(StatefulSet.class)
                .forEach((name, set) -> pods.put(name, set.getSpec().getTemplate()));
        all(Deployment.class)
                .forEach((name, set) -> pods.put(name, set.getSpec().getTemplate()));
        return pods;
    }

    private static Map<String, PodTemplateSpec> ententes() {
        Map<String, PodTemplateSpec> pods = pods();
        pods.keySet().removeIf(name -> !name.startsWith("entente-"));
        return pods;
    }

    private static Container container(PodTemplateSpec pod) {
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        return pod.getSpec().getContainers().get(0);
    }

    private static Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return Settings.load(Map.of(), all, null);
    }

    @Test
    void aFieldThatTheClassesDoNotKnowIsSeen() throws IOException {
        String set = "{\"apiVersion\": \"apps/v1\", \"kind\": \"StatefulSet\", \"spec\": {\"serviceNam\": \"x\"}}";
        String topic =
                "{\"apiVersion\": \"kafka.strimzi.io/v1\", \"kind\": \"KafkaTopic\", \"spec\": {\"partition\": 1}}";
        for (String wrong : List.of(set, topic)) {
            JsonNode tree = STRICT.readTree(wrong);
            assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> resource(tree));
        }
    }

    @Test
    void kustomizationNamesEveryFileAndTheVersionsOfTheBuild() throws IOException {
        JsonNode kustomization =
                STRICT.valueToTree(new Yaml(new LoaderOptions()).load(Files.readString(FOLDER.resolve(KUSTOMIZATION))));
        List<String> resources = new ArrayList<>();
        kustomization.path("resources").forEach(resource -> resources.add(resource.asText()));
        assertThat(resources).containsExactlyInAnyOrderElementsOf(files());
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom)
                .contains("<artifactId>entente</artifactId>\n  <version>"
                        + kustomization.path("images").path(0).path("newTag").asText() + "</version>");
        String registry = container(pods().get("schema-registry")).getImage();
        assertThat(pom)
                .contains(
                        "<confluent.version>" + registry.substring(registry.indexOf(':') + 1) + "</confluent.version>");
    }

    @Test
    void topicsAreThoseThatTopicsPlanWouldCreate() {
        Settings settings = settings(Map.of("ENTENTE_HTTP_TOKEN", "a token for the tests"));
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        Map<String, KafkaTopic> resources = all(KafkaTopic.class);
        assertThat(resources).hasSameSizeAs(topics.all());
        for (Topic<?, ?> topic : topics.all()) {
            KafkaTopic resource = resources.get(topic.name());
            Map<String, String> config = new TreeMap<>(topic.config());
            config.put("min.insync.replicas", Integer.toString(settings.minInSyncReplicas()));
            assertThat(resource).as(topic.name()).isNotNull();
            assertThat(resource.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "entente");
            assertThat(resource.getSpec().getPartitions()).as(topic.name()).isEqualTo(topic.partitions());
            assertThat(resource.getSpec().getReplicas()).as(topic.name()).isEqualTo(settings.replication());
            assertThat(new TreeMap<>(resource.getSpec().getConfig()).toString())
                    .as(topic.name())
                    .isEqualTo(config.toString());
        }
    }

    @Test
    void everyStageHasAWorkloadWithACommandThatItHas() {
        ententes().forEach((name, pod) -> {
            String stage = name.substring("entente-".length());
            String[] arguments = container(pod).getArgs().toArray(String[]::new);
            assertThat(Main.commandLine().parseArgs(arguments).subcommand())
                    .as(name)
                    .isNotNull();
            assertThat(String.join(" ", arguments)).isIn("run --stages " + stage, stage);
        });
        assertThat(ententes().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Stage.values())
                        .map(stage -> "entente-" + stage.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(all(StatefulSet.class).keySet())
                .as("those with state")
                .containsExactlyInAnyOrder("entente-enrich", "entente-relate", "entente-alert");
    }

    @Test
    void podsHaveSettingsThatEntenteKnowsAndNoOthers() {
        ententes().forEach((name, pod) -> {
            Map<String, String> own = new HashMap<>();
            container(pod).getEnv().forEach(variable -> own.put(variable.getName(), "given-" + variable.getName()));
            Settings settings = settings(own);
            assertThat(settings.httpToken()).as(name).isPresent();
            assertThat(settings.kafkaConfig().containsKey("group.instance.id"))
                    .as("a static member where there are tasks: " + name)
                    .isEqualTo(all(StatefulSet.class).containsKey(name));
            assertThat(settings.httpPort())
                    .isEqualTo(container(pod).getPorts().get(0).getContainerPort());
            assertThat(container(pod).getEnvFrom().get(0).getConfigMapRef().getName())
                    .isEqualTo("entente");
        });
        pods().forEach((name, pod) -> assertThat(pod.getSpec().getEnableServiceLinks())
                .as("a service named entente-… would set ENTENTE_…: " + name)
                .isFalse());
        assertThat(settings(Map.of("ENTENTE_HTTP_TOKEN", "a token for the tests"))
                        .standbys())
                .isPositive();
    }

    @Test
    void stateLiesOnAVolumeOfThePodsOwn() {
        Path state =
                settings(Map.of("ENTENTE_HTTP_TOKEN", "a token for the tests")).stateDir();
        all(StatefulSet.class).forEach((name, set) -> {
            assertThat(set.getSpec().getServiceName()).isIn(all(Service.class).keySet());
            assertThat(all(Service.class)
                            .get(set.getSpec().getServiceName())
                            .getSpec()
                            .getClusterIP())
                    .as("headless")
                    .isEqualTo("None");
            String claim =
                    set.getSpec().getVolumeClaimTemplates().get(0).getMetadata().getName();
            assertThat(container(set.getSpec().getTemplate()).getVolumeMounts())
                    .filteredOn(VolumeMount::getName, claim)
                    .singleElement()
                    .satisfies(mount -> assertThat(state).startsWithRaw(Path.of(mount.getMountPath())));
            assertThat(set.getSpec().getReplicas())
                    .as("one that stands by")
                    .isGreaterThan(settings(Map.of("ENTENTE_HTTP_TOKEN", "a token for the tests"))
                            .standbys());
        });
    }

    @Test
    void probesAskWhatIsAnsweredAndWaitLongEnough() {
        ententes().forEach((name, pod) -> {
            Container container = container(pod);
            assertThat(path(container.getStartupProbe())).isEqualTo("/health/live");
            assertThat(path(container.getLivenessProbe())).isEqualTo("/health/live");
            assertThat(path(container.getReadinessProbe())).isEqualTo("/health/ready");
            assertThat(container.getStartupProbe().getPeriodSeconds()
                            * container.getStartupProbe().getFailureThreshold())
                    .as("more than the five minutes that it waits for the brokers: " + name)
                    .isGreaterThan(300);
            assertThat(pod.getSpec().getTerminationGracePeriodSeconds())
                    .as("more than the 20 s in which stages stop: " + name)
                    .isGreaterThan(20);
        });
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
        return probe.getHttpGet().getPath();
    }

    @Test
    void podsHaveTheRightsThatTheyNeedAndNoMore() throws IOException {
        String image = Files.readString(Path.of("Dockerfile"));
        ententes().forEach((name, pod) -> {
            assertThat(image)
                    .contains("USER " + pod.getSpec().getSecurityContext().getRunAsUser() + ":");
            assertThat(container(pod).getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container(pod).getVolumeMounts())
                    .as("RocksDB unpacks its library: " + name)
                    .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
        });
        pods().forEach((name, pod) -> {
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot())
                    .as(name)
                    .isTrue();
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(container(pod).getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container(pod).getResources().getRequests().get("memory"))
                    .as("memory is not overcommitted: " + name)
                    .isEqualTo(container(pod).getResources().getLimits().get("memory"));
        });
    }

    @Test
    void servicesAndBudgetsFindTheirPods() {
        pods().forEach((name, pod) -> {
            Map<String, String> labels = pod.getMetadata().getLabels();
            assertThat(all(Service.class).get(name).getSpec().getSelector())
                    .as(name)
                    .isEqualTo(labels);
        });
        Set<String> budgets = all(PodDisruptionBudget.class).keySet();
        assertThat(budgets).isEqualTo(ententes().keySet());
        all(PodDisruptionBudget.class).forEach((name, budget) -> assertThat(
                        budget.getSpec().getSelector().getMatchLabels())
                .isEqualTo(pods().get(name).getMetadata().getLabels()));
    }

    @Test
    void theRegistryIsWhereTheSettingsSay() {
        String url = environment.get("ENTENTE_SCHEMA_REGISTRY_URL");
        Service service = all(Service.class).get("schema-registry");
        assertThat(url)
                .isEqualTo("http://" + service.getMetadata().getName() + ":"
                        + service.getSpec().getPorts().get(0).getPort());
        assertThat(container(pods().get("schema-registry")).getEnv())
                .anyMatch(variable ->
                        ("PLAINTEXT://" + environment.get("ENTENTE_BOOTSTRAP_SERVERS")).equals(variable.getValue()));
    }
}
