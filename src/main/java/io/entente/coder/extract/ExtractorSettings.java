package io.entente.coder.extract;

import io.entente.avro.ActorKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user has chosen for the extractors.
 *
 * @param names the extractors in the order in which they run, each once
 * @param lexicon folder with tables that extend the built-in event lexicon, or null
 * @param reader folder with a model for the learned reader in place of the built-in one, or null
 * @param parties the kinds of actors between which events are found
 */
public record ExtractorSettings(
        List<String> names, @Nullable Path lexicon, @Nullable Path reader, Set<ActorKind> parties) {
    /** Between whom events are found unless said otherwise. */
    public static final Set<ActorKind> PARTIES = Set.of(ActorKind.COUNTRY, ActorKind.BLOC);

    /** The rules alone, with the built-in lexicon. */
    public static final ExtractorSettings DEFAULT = new ExtractorSettings(List.of("rules"), null, null, PARTIES);

    public ExtractorSettings {
        names = List.copyOf(names);
        parties = Set.copyOf(parties);
    }
}
