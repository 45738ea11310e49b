package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.registry.RegistryException;
import io.entente.topology.Topics;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns the schemas of all topics before a record asks for them: a process that takes over partitions which it has never read can
 * do so while the registry is down.
 */
final class SchemaPrefetch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaPrefetch.class);

    private final AvroSerdes serdes;
    private final Set<String> subjects;
    private boolean failed;

    SchemaPrefetch(Settings settings, Topics topics, AvroSerdes serdes) {
        this.serdes = serdes;
        this.subjects = Set.copyOf(SchemaAdmin.subjects(settings, topics).keySet());
    }

    /** Learns what is new. Does not fail: where the registry does not serve, those who need a schema ask for it themselves. */
    @Override
    public synchronized void run() {
        try {
            serdes.learn(subjects);
            failed = false;
        } catch (RegistryException e) {
            if (!failed) {
                LOG.warn("schemas cannot be learned in advance: {}", e.getMessage());
            }
            failed = true;
        }
    }
}
