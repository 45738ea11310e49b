package io.entente.cli;

import io.entente.actor.DictionaryException;
import io.entente.actor.Gazetteer;
import io.entente.actor.ReloadingGazetteer;
import io.entente.alert.AlertPolicies;
import io.entente.alert.AlertPolicy;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.registry.AvroSerdes;
import io.entente.serve.Serving;
import io.entente.statement.Coder;
import io.entente.statement.StatementCoder;
import io.entente.topology.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that settings choose: the coder with its dictionaries, the alert policy. */
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    /** How often changed dictionaries are looked for. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private Parts() {}

    static Coder coder(Settings settings) {
        return StatementCoder.of(gazetteer(settings));
    }

    /** A coder whose dictionaries of actors are read again when a file in their folder changes. */
    static Coder liveCoder(Settings settings) {
        Path folder = actors(settings);
        if (folder == null) {
            return coder(settings);
        }
        try {
            return StatementCoder.of(ReloadingGazetteer.watch(folder, LOOK, LOG::info));
        } catch (DictionaryException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** The dictionaries of actors, with those of the folder {@code actors} below {@code entente.dictionaries}. */
    static Gazetteer gazetteer(Settings settings) {
        Path folder = actors(settings);
        try {
            return folder == null ? Gazetteer.load() : Gazetteer.load(folder);
        } catch (DictionaryException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Path actors(Settings settings) {
        return settings.dictionaries()
                .map(folder -> folder.resolve("actors"))
                .filter(Files::isDirectory)
                .orElse(null);
    }

    /** Starts SERVE. */
    static Serving serving(Settings settings, Metrics metrics) {
        Gazetteer gazetteer = gazetteer(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        return Serving.start(settings, topics, StatementCoder.of(gazetteer), gazetteer, metrics);
    }

    static AlertPolicy policy(Settings settings) {
        try {
            return settings.alerts().map(AlertPolicies::read).orElseGet(AlertPolicies::builtIn);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
