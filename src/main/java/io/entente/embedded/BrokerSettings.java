package io.entente.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Kafka's own configuration for a single node that keeps exactly-once applications going. */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String PLAINTEXT = "PLAINTEXT";

    private BrokerSettings() {}

    /** The client listeners that {@code overrides} ask for, or one in plain text on {@code port}. */
    static Listeners clientListeners(int port, Map<String, String> overrides) {
        String given = overrides.get("listeners");
        return Listeners.parse(given != null ? given : PLAINTEXT + "://" + Listeners.LOOPBACK + ":" + port);
    }

    static Map<String, String> of(
            Path logs, Listeners clients, Listeners.Listener controller, Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>(overrides);
        settings.putIfAbsent("inter.broker.listener.name", clients.all().get(0).name());
        settings.putIfAbsent("listener.security.protocol.map", protocols(clients));
        settings.putIfAbsent("advertised.listeners", clients.urls());
        singleNode().forEach(settings::putIfAbsent);
        settings.putAll(identity(logs, controller));
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", clients.urls() + "," + controller.url());
        return settings;
    }

    /** For the controller without its broker. */
    static Map<String, String> controllerOnly(Path logs, Listeners.Listener controller) {
        Map<String, String> settings = singleNode();
        settings.putAll(identity(logs, controller));
        settings.put("process.roles", "controller");
        settings.put("listeners", controller.url());
        settings.put("listener.security.protocol.map", CONTROLLER + ":" + PLAINTEXT);
        return settings;
    }

    /** Who the node is and where its logs are: nothing to override. */
    private static Map<String, String> identity(Path logs, Listeners.Listener controller) {
        return Map.of(
                "node.id",
                Integer.toString(NODE),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE + "@" + controller.address(),
                "log.dirs",
                logs.toString());
    }

    /** What {@code broker.properties} says. */
    private static Map<String, String> singleNode() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(BrokerSettings.class.getResourceAsStream("broker.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    /** Each listener's name is its protocol, unless overridden. */
    private static String protocols(Listeners clients) {
        StringBuilder map = new StringBuilder(CONTROLLER + ":" + PLAINTEXT);
        for (Listeners.Listener listener : clients.all()) {
            map.append(',').append(listener.name()).append(':').append(listener.name());
        }
        return map.toString();
    }
}
