package io.entente.pipeline;

import static org.awaitility.Awaitility.await;

import io.entente.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of several processes with all stages: a state folder and a log that outlive its restarts, as a pod of a stateful set has. */
final class Instance implements AutoCloseable {
    private final Settings settings;
    private final String name;
    private final Path log;
    private @Nullable ChildRun run;

    /** @param name its {@code group.instance.id}, too: it is a static member */
    Instance(Settings settings, Path folder, String name) {
        Settings own = settings.with(
                Map.of("entente.state.dir", folder.resolve("state-" + name).toString()));
        this.settings = own.with(Map.of("kafka.group.instance.id", name));
        this.name = name;
        this.log = folder.resolve(name + ".log");
    }

    String name() {
        return name;
    }

    /** Starts it, and returns at once. */
    void start() throws IOException {
        run = new ChildRun(settings, log);
    }

    /** Starts it, and returns when its stages work. */
    void startAndWait() throws IOException {
        long before = started();
        start();
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            requireAlive();
            return started() > before;
        });
    }

    private long started() throws IOException {
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith("running ["))
                        .count()
                : 0;
    }

    void kill() throws InterruptedException {
        run().kill();
    }

    /** Stops it in good order. */
    void stop() throws InterruptedException {
        if (!run().terminate()) {
            throw new AssertionError("it does not end: " + log);
        }
    }

    /** Stands still for {@code time}, and goes on. */
    void pause(Duration time) throws IOException, InterruptedException {
        run().pause();
        Thread.sleep(time.toMillis()); // this is what is to be endured
        run().resume();
    }

    private void requireAlive() {
        if (!run().alive()) {
            throw new AssertionError("the process has ended: see " + log);
        }
    }

    /** Loses its disk. */
    void deleteState() throws IOException {
        try (Stream<Path> files = Files.walk(settings.stateDir())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ChildRun run() {
        if (run == null) {
            throw new IllegalStateException("not started");
        }
        return run;
    }

    /** How many bytes its state folder has, by stage. */
    Map<String, Long> stateBytes() throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(settings.stateDir())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.merge(settings.stateDir().relativize(file).getName(0).toString(), Files.size(file), Long::sum);
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }
}
