package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The least rights with which a stage can work, its topics having been created by somebody else; and those of whoever creates them. */
public final class StageAcls {
    private final Settings settings;
    private final Topics topics;

    public StageAcls(Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /** What {@code principal}, such as {@code User:enrich}, needs to run {@code stage}. */
    public List<AclBinding> of(Stage stage, String principal) {
        Grants grants = new Grants(principal);
        String application = settings.applicationId(stage.name());
        reads(stage).forEach(topic -> grants.topic(topic, AclOperation.READ, AclOperation.DESCRIBE));
        writes(stage).forEach(topic -> grants.topic(topic, AclOperation.WRITE, AclOperation.DESCRIBE));
        // 'run' looks at the topics before it starts.
        topics.all().forEach(topic -> grants.topic(topic, AclOperation.DESCRIBE));
        if (!stage.isStream()) {
            grants.prefixed(
                    ResourceType.GROUP,
                    settings.applicationId("webhook-"),
                    AclOperation.READ,
                    AclOperation.DESCRIBE); // one a target
            return grants.bindings.stream().distinct().toList();
        }
        grants.prefixed(
                ResourceType.TOPIC, // changelogs
                application + "-",
                AclOperation.CREATE,
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.DESCRIBE,
                AclOperation.DESCRIBE_CONFIGS,
                AclOperation.DELETE);
        grants.literal(ResourceType.GROUP, application, AclOperation.READ, AclOperation.DESCRIBE);
        grants.prefixed(ResourceType.TRANSACTIONAL_ID, application + "-", AclOperation.WRITE, AclOperation.DESCRIBE);
        return grants.bindings.stream().distinct().toList();
    }

    /** What {@code principal}, such as {@code User:admin}, needs for {@code entente topics plan} and {@code apply}. */
    public List<AclBinding> ofAdmin(String principal) {
        Grants grants = new Grants(principal);
        topics.all()
                .forEach(topic -> grants.topic(
                        topic,
                        AclOperation.CREATE,
                        AclOperation.DESCRIBE,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.ALTER_CONFIGS));
        // What the stages and the registry have made for themselves, to say what is at risk.
        Arrays.stream(Stage.values())
                .filter(Stage::isStream)
                .forEach(stage -> grants.prefixed(
                        ResourceType.TOPIC, settings.applicationId(stage.name()) + "-", AclOperation.DESCRIBE));
        grants.literal(ResourceType.TOPIC, ReplicationReview.SCHEMAS, AclOperation.DESCRIBE);
        return List.copyOf(grants.bindings);
    }

    /** What {@code principal}, such as {@code User:collector}, needs for {@code entente collect}. */
    public List<AclBinding> ofCollector(String principal) {
        Grants grants = new Grants(principal);
        grants.topic(topics.articles(), AclOperation.WRITE, AclOperation.DESCRIBE);
        grants.topic(topics.collectors(), AclOperation.WRITE, AclOperation.DESCRIBE);
        return List.copyOf(grants.bindings);
    }

    private List<Topic<?, ?>> reads(Stage stage) {
        return switch (stage) {
            case ENRICH -> List.of(topics.articles());
            case RELATE -> List.of(topics.statements());
            case ALERT -> List.of(topics.events(), topics.feed());
            case SERVE ->
                topics.all().stream()
                        .filter(topic -> topic != topics.articles() && topic != topics.feed())
                        .toList();
        };
    }

    private List<Topic<?, ?>> writes(Stage stage) {
        return switch (stage) {
            case ENRICH -> List.of(topics.enriched(), topics.statements(), topics.deadLetters());
            case RELATE -> List.of(topics.events(), topics.hourly(), topics.daily(), topics.deadLetters());
            case ALERT -> List.of(topics.alerts(), topics.feed(), topics.deadLetters());
            case SERVE -> List.of(topics.attention());
        };
    }

    private static final class Grants {
        private final String principal;
        private final List<AclBinding> bindings = new ArrayList<>();

        Grants(String principal) {
            this.principal = principal;
        }

        void topic(Topic<?, ?> topic, AclOperation... operations) {
            literal(ResourceType.TOPIC, topic.name(), operations);
        }

        void literal(ResourceType type, String name, AclOperation... operations) {
            add(new ResourcePattern(type, name, PatternType.LITERAL), operations);
        }

        void prefixed(ResourceType type, String prefix, AclOperation... operations) {
            add(new ResourcePattern(type, prefix, PatternType.PREFIXED), operations);
        }

        private void add(ResourcePattern pattern, AclOperation... operations) {
            for (AclOperation operation : operations) {
                bindings.add(new AclBinding(
                        pattern, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
            }
        }
    }
}
