package io.entente.pipeline;

import io.entente.ChildJvm;
import io.entente.cli.Main;
import io.entente.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code entente run} in a process of its own, which can be killed. */
final class ChildRun implements AutoCloseable {
    private final Process process;
    private final Path log;

    /** @param log where its output goes */
    ChildRun(Settings settings, Path log) throws IOException {
        this(System.getProperty("java.class.path"), settings.shown(), log);
    }

    /**
     * One of any version.
     *
     * @param classPath where its classes are
     * @param settings those that this version knows
     */
    ChildRun(String classPath, Map<String, String> settings, Path log) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--stages", "enrich,relate,alert"));
        settings.forEach((key, value) -> {
            arguments.add("--set");
            arguments.add(key + "=" + value);
        });
        this.log = log;
        process = ChildJvm.of(classPath, Main.class.getName(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns whether it has ended within a minute. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(1, TimeUnit.MINUTES);
    }

    /** SIGSTOP: it stands still, and does not know it. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** What it has printed. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
