package io.entente.cli.input;

import io.entente.config.Settings;
import io.entente.registry.RegistryClient;
import io.entente.registry.RegistryUnavailableException;
import java.util.HashMap;
import java.util.Map;

/** The schema registry that a command is about to use. */
public final class Registries {
    private static final String LIMIT_MILLIS = "8000";

    private Registries() {}

    /**
     * Asks once for an answer, so that a wrong address is reported at once.
     *
     * @throws UserError if none comes within seconds
     */
    public static void require(Settings settings) {
        Map<String, String> once = new HashMap<>(settings.serdeConfig());
        once.put("max.retries", "0");
        once.put("http.connect.timeout.ms", LIMIT_MILLIS);
        once.put("http.read.timeout.ms", LIMIT_MILLIS);
        try {
            RegistryClient.of(once).requireServing();
        } catch (RegistryUnavailableException e) {
            throw UserError.ofUsage(String.valueOf(e.getMessage()));
        }
    }
}
