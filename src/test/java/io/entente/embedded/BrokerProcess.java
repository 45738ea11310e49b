package io.entente.embedded;

import io.entente.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A broker in a JVM of its own, that stops it in a shutdown hook as the commands do. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private BrokerProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** In the child: starts the broker, says where, and waits to be killed. */
    public static void main(String[] args) throws InterruptedException {
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), 0, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            System.out.println("up " + broker.bootstrapServers());
            Thread.sleep(Long.MAX_VALUE);
        } catch (EmbeddedException e) {
            System.out.println(e.getMessage());
            System.exit(3);
        }
    }

    static BrokerProcess start(Path folder) throws IOException {
        return new BrokerProcess(ChildJvm.of(BrokerProcess.class, List.of(folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The one line that it prints. */
    String firstLine() throws IOException {
        return String.valueOf(out.readLine());
    }

    long pid() {
        return process.pid();
    }

    /** Sends a signal, and returns the exit status. */
    int signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + pid() + " still runs a minute after SIG" + name);
        }
        return process.exitValue();
    }

    /** Whether it was started to ignore Ctrl-C, as what a shell runs in the background is; false where that cannot be told. */
    boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
