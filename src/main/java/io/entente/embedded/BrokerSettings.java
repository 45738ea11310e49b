package io.entente.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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
        Map<String, String> settings = new HashMap<>();
        settings.put("inter.broker.listener.name", clients.all().get(0).name());
        settings.put("listener.security.protocol.map", protocols(clients));
        settings.putAll(singleNode());
        settings.putAll(overrides);
        settings.putAll(node(logs, controller));
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", clients.urls() + "," + controller.url());
        settings.putIfAbsent("advertised.listeners", clients.urls());
        return settings;
    }

    /** For the controller without its broker. */
    static Map<String, String> controllerOnly(Path logs, Listeners.Listener controller) {
        Map<String, String> settings = new HashMap<>(node(logs, controller));
        settings.put("process.roles", "controller");
        settings.put("listeners", controller.url());
        settings.put("listener.security.protocol.map", CONTROLLER + ":" + PLAINTEXT);
        return settings;
    }

    private static Map<String, String> node(Path logs, Listeners.Listener controller) {
        return Map.of(
                "node.id",
                Integer.toString(NODE),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE + "@" + controller.address(),
                // A lone controller need not wait for rivals.
                "controller.quorum.election.timeout.ms",
                "500",
                "controller.quorum.election.backoff.max.ms",
                "100",
                "log.dirs",
                logs.toString());
    }

    private static Map<String, String> singleNode() {
        Map<String, String> settings = new HashMap<>();
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // 8 MiB of article and room for headers and the batch's own.
        settings.put("message.max.bytes", Integer.toString(9 << 20));
        settings.put("replica.fetch.max.bytes", Integer.toString(9 << 20));
        settings.put("log.cleaner.enable", "true");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("background.threads", "2");
        settings.put("broker.heartbeat.interval.ms", "500");
        // There is nobody to take over: being declared dead after a long pause would only do harm (see FormerSelf).
        settings.put("broker.session.timeout.ms", "600000");
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
