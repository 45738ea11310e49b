package io.entente.serve;

import io.entente.coder.Coder;
import io.entente.coder.extract.ExtractorException;
import io.entente.serve.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The coders that a pasted text can be read by: the one in force, and others, which are made when somebody first asks for them. */
public final class Coders {
    /** What {@code entente.coder} could name. */
    private static final Map<String, List<String>> CHOICES =
            Map.of("rules", List.of("rules"), "rules,reader", List.of("rules", "reader"));

    private final Coder inForce;
    private final Function<List<String>, Coder> maker;
    private final Map<String, Coder> made = new ConcurrentHashMap<>();

    /**
     * @param inForce the coder of the settings
     * @param maker makes one of these extractors; ExtractorException if it cannot
     */
    public Coders(Coder inForce, Function<List<String>, Coder> maker) {
        this.inForce = inForce;
        this.maker = maker;
    }

    /** The coder that {@code choice} names; the one in force where it is null. */
    Coder of(@Nullable String choice) {
        if (choice == null) {
            return inForce;
        }
        List<String> names = CHOICES.get(choice);
        if (names == null) {
            throw Problem.badRequest("'coder' must be one of " + new TreeSet<>(CHOICES.keySet()));
        }
        try {
            return made.computeIfAbsent(choice, any -> maker.apply(names));
        } catch (ExtractorException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
