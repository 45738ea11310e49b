package io.entente.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Three nodes, each broker and controller, in this process. */
final class ThreeBrokers implements AutoCloseable {
    private static final int NODES = 3;

    private final List<Map<String, String>> configs = new ArrayList<>();
    private final List<KafkaRaftServer> servers = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    /** @param folder for their data */
    ThreeBrokers(Path folder) throws Exception {
        int[] ports = freePorts(2 * NODES);
        String voters = IntStream.range(0, NODES)
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + ports[NODES + i])
                .collect(Collectors.joining(","));
        String cluster = Uuid.randomUuid().toString();
        for (int i = 0; i < NODES; i++) {
            Path logs = Files.createDirectories(folder.resolve("node-" + (i + 1)));
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(i + 1)
                    .setClusterId(cluster)
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(logs.toString()))
                    .setMetadataLogDirectory(logs.toString())
                    .run();
            addresses.add("127.0.0.1:" + ports[i]);
            Map<String, String> config = new HashMap<>(Map.of(
                    "node.id", Integer.toString(i + 1),
                    "process.roles", "broker,controller",
                    "controller.quorum.voters", voters,
                    "controller.listener.names", "CONTROLLER",
                    "listeners", "PLAINTEXT://127.0.0.1:" + ports[i] + ",CONTROLLER://127.0.0.1:" + ports[NODES + i],
                    "log.dirs", logs.toString(),
                    "offsets.topic.num.partitions", "4",
                    "transaction.state.log.num.partitions", "4",
                    "auto.create.topics.enable", "false"));
            config.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
            config.put("group.min.session.timeout.ms", "1000");
            config.put("group.initial.rebalance.delay.ms", "0");
            configs.add(config);
            servers.add(server(config));
        }
        // Each waits for the others.
        List<Thread> starts =
                servers.stream().map(server -> new Thread(server::startup)).toList();
        starts.forEach(Thread::start);
        for (Thread start : starts) {
            start.join();
        }
    }

    private static KafkaRaftServer server(Map<String, String> config) {
        return new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
    }

    private static int[] freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    String bootstrapServers() {
        return String.join(",", addresses);
    }

    /** Stops one of them, counted from 0. */
    void stop(int node) {
        servers.get(node).shutdown();
        servers.get(node).awaitShutdown();
    }

    /** Starts one that was stopped, with the data that it had. */
    void start(int node) {
        servers.set(node, server(configs.get(node)));
        servers.get(node).startup();
    }

    @Override
    public void close() {
        List<Thread> ends =
                servers.stream().map(server -> new Thread(server::shutdown)).toList();
        ends.forEach(Thread::start);
        for (Thread end : ends) {
            try {
                end.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
