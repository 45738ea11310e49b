package io.entente.topology;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of a stage's state was written by a version of Entente whose rows this one does not know. */
public final class StateVersionException extends RuntimeException {
    StateVersionException(String type, long fingerprint, Throwable cause) {
        super(
                String.format(
                        Locale.ROOT,
                        "its state has a row %s (schema %016x) of a version that this one does not know: a later one, or a"
                                + " build between releases. Run that version again, or rebuild the state: stop all processes"
                                + " of the stage and run 'entente reset --stage' (docs/operations.md)",
                        type,
                        fingerprint),
                cause);
    }

    /** Whether {@code thrown} comes of one. */
    public static boolean causes(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StateVersionException) {
                return true;
            }
        }
        return false;
    }
}
