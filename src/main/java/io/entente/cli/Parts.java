package io.entente.cli;

import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.ActorKind;
import io.entente.cli.input.UserError;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.coder.extract.ExtractorException;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.config.Settings;
import io.entente.ops.Metrics;
import io.entente.registry.AvroSerdes;
import io.entente.serve.Coders;
import io.entente.serve.Serving;
import io.entente.table.Reloading;
import io.entente.table.TableException;
import io.entente.topology.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that settings choose: the coder with its dictionaries, the alert policy. */
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    /** How often changed dictionaries are looked for. */
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Folders below that of the dictionaries. */
    private static final String ACTORS = "actors";

    private static final String EVENTS = "events";

    private Parts() {}

    /** The coder, with the dictionaries of the folders {@code actors} and {@code events} below {@code entente.dictionaries}. */
    static ArticleCoder coder(Settings settings) {
        return coder(settings, gazetteer(settings));
    }

    private static ArticleCoder coder(Settings settings, Gazetteer gazetteer) {
        return reported(() -> coding(settings, gazetteer));
    }

    private static ArticleCoder coding(Settings settings, Gazetteer gazetteer) {
        return ArticleCoder.of(gazetteer, extractors(settings, settings.coder()));
    }

    private static ExtractorSettings extractors(Settings settings, List<String> names) {
        Set<ActorKind> parties = EnumSet.copyOf(ExtractorSettings.PARTIES);
        if (settings.groups()) {
            parties.add(ActorKind.ARMED_GROUP);
        }
        if (settings.organisations()) {
            parties.add(ActorKind.ORGANISATION);
        }
        return new ExtractorSettings(
                names, folder(settings, EVENTS), settings.readerModel().orElse(null), parties);
    }

    /** The same, but it reads the dictionaries again when one of them changes. */
    static Coder liveCoder(Settings settings) {
        Path folder = settings.dictionaries().orElse(null);
        if (folder == null) {
            return coder(settings);
        }
        List<Path> folders = List.of(folder.resolve(ACTORS), folder.resolve(EVENTS));
        Supplier<Coder> read = () -> coding(settings, actors(settings));
        Reloading<Coder> coder = reported(() -> Reloading.watch(folders, read, LOOK, LOG::info));
        return article -> coder.get().code(article);
    }

    /** The dictionaries of actors, with those of the folder {@code actors} below {@code entente.dictionaries}. */
    static Gazetteer gazetteer(Settings settings) {
        return reported(() -> actors(settings));
    }

    private static Gazetteer actors(Settings settings) {
        Path folder = folder(settings, ACTORS);
        return folder == null ? Gazetteer.load() : Gazetteer.load(folder);
    }

    private static @Nullable Path folder(Settings settings, String name) {
        Path folder = settings.dictionaries().orElse(null);
        if (folder == null) {
            return null;
        }
        if (!Files.isDirectory(folder)) {
            throw UserError.ofUsage("entente.dictionaries: there is no folder " + folder);
        }
        Path below = folder.resolve(name);
        return Files.isDirectory(below) ? below : null;
    }

    private static <T> T reported(Supplier<T> part) {
        try {
            return part.get();
        } catch (TableException | ExtractorException e) {
            throw UserError.ofSettings(e);
        }
    }

    /** Starts SERVE beside the stages of this process. */
    static Serving serving(Settings settings, Metrics metrics, Serving.Stages stages) {
        Gazetteer gazetteer = gazetteer(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        Coders coders = new Coders(
                coder(settings, gazetteer), names -> ArticleCoder.of(gazetteer, extractors(settings, names)));
        return Serving.start(settings, topics, coders, gazetteer, metrics, stages);
    }

    static AlertPolicy policy(Settings settings) {
        try {
            return settings.alerts().map(AlertPolicies::read).orElseGet(AlertPolicies::builtIn);
        } catch (IllegalArgumentException e) {
            throw UserError.ofSettings(e);
        }
    }
}
