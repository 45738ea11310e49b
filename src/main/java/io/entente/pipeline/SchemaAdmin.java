package io.entente.pipeline;

import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.Attention;
import io.entente.avro.CollectorReport;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.config.Settings;
import io.entente.registry.IncompatibleSchemaException;
import io.entente.registry.RegistryClient;
import io.entente.registry.RegistryRefusedException;
import io.entente.registry.SubjectNameStrategy;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Compares the schemas of Entente's topics with a registry's, and registers what is missing. */
public final class SchemaAdmin {
    private static final int SUBJECT_NOT_FOUND = 40401;

    private final RegistryClient registry;
    private final Map<String, Schema> subjects;

    /** How a subject stands to the schema that Entente would write. */
    public enum Standing {
        /** It has it. */
        REGISTERED,
        /** There is no such subject yet. */
        NEW_SUBJECT,
        /** It would take it as its next version. */
        NEW_VERSION,
        /** It refuses it. */
        INCOMPATIBLE
    }

    /**
     * One subject.
     *
     * @param record the full name of the record's schema
     * @param id the registry's for the schema, if it has one
     * @param problems why it is refused; empty unless {@link Standing#INCOMPATIBLE}
     */
    public record Subject(String name, String record, Standing standing, Optional<Integer> id, List<String> problems) {
        public Subject {
            problems = List.copyOf(problems);
        }
    }

    public SchemaAdmin(Settings settings, Topics topics) {
        this.registry = RegistryClient.of(settings.serdeConfig());
        this.subjects = subjects(settings, topics);
    }

    /** The subjects of the values of {@code topics}, and what Entente writes under each. */
    static Map<String, Schema> subjects(Settings settings, Topics topics) {
        SubjectNameStrategy strategy = SubjectNameStrategy.of(settings.serdeConfig(), false);
        Map<String, Schema> subjects = new LinkedHashMap<>();
        Stream.of(
                        new Values<>(topics.articles(), Article.class, Article.getClassSchema()),
                        new Values<>(topics.enriched(), EnrichedArticle.class, EnrichedArticle.getClassSchema()),
                        new Values<>(topics.statements(), Statement.class, Statement.getClassSchema()),
                        new Values<>(topics.events(), Event.class, Event.getClassSchema()),
                        new Values<>(topics.hourly(), RelationWindow.class, RelationWindow.getClassSchema()),
                        new Values<>(topics.daily(), RelationWindow.class, RelationWindow.getClassSchema()),
                        new Values<>(topics.alerts(), Alert.class, Alert.getClassSchema()),
                        new Values<>(topics.attention(), Attention.class, Attention.getClassSchema()),
                        new Values<>(topics.collectors(), CollectorReport.class, CollectorReport.getClassSchema()))
                .forEach(values -> subjects.put(values.subject(strategy), values.schema));
        return subjects;
    }

    /** What a topic's values are: the type parameter holds the two together. */
    private record Values<V extends SpecificRecord>(Topic<?, V> topic, Class<V> type, Schema schema) {
        String subject(SubjectNameStrategy strategy) {
            return strategy.subject(topic.name(), false, schema.getFullName());
        }
    }

    /** How every subject stands; changes nothing. */
    public List<Subject> check() {
        List<Subject> all = new ArrayList<>();
        subjects.forEach((name, schema) -> all.add(check(name, schema)));
        return all;
    }

    private Subject check(String name, Schema schema) {
        try {
            return registered(name, schema, registry.idOf(name, schema));
        } catch (RegistryRefusedException e) {
            if (e.status() != 404) {
                throw e;
            }
            if (e.errorCode() == SUBJECT_NOT_FOUND) {
                return subject(name, schema, Standing.NEW_SUBJECT, List.of());
            }
            List<String> problems = registry.incompatibilities(name, schema);
            return subject(name, schema, problems.isEmpty() ? Standing.NEW_VERSION : Standing.INCOMPATIBLE, problems);
        }
    }

    /**
     * Registers every schema that is not there yet. What is refused is in the result; the others are registered nonetheless.
     *
     * @param level the compatibility level to set on each subject afterwards, such as {@code FULL_TRANSITIVE}; if empty, the
     *     registry's stays in force
     */
    public List<Subject> register(Optional<String> level) {
        List<Subject> all = new ArrayList<>();
        subjects.forEach((name, schema) -> {
            Subject subject = register(name, schema);
            if (subject.standing() == Standing.REGISTERED) {
                level.ifPresent(value -> registry.setCompatibility(name, value));
            }
            all.add(subject);
        });
        return all;
    }

    private Subject register(String name, Schema schema) {
        try {
            return registered(name, schema, registry.register(name, schema));
        } catch (IncompatibleSchemaException e) {
            return subject(name, schema, Standing.INCOMPATIBLE, registry.incompatibilities(name, schema));
        }
    }

    private static Subject registered(String name, Schema schema, int id) {
        return new Subject(name, schema.getFullName(), Standing.REGISTERED, Optional.of(id), List.of());
    }

    private static Subject subject(String name, Schema schema, Standing standing, List<String> problems) {
        return new Subject(name, schema.getFullName(), standing, Optional.empty(), problems);
    }
}
