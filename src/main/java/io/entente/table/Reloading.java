package io.entente.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is read from the tables of some folders, read again when one of them has changed. Tables with faults are reported once, and
 * what was read before stays. Safe for use by several threads.
 */
public final class Reloading<T> implements AutoCloseable {
    private final List<Path> folders;
    private final Supplier<T> read;
    private final Consumer<String> log;
    private final ScheduledExecutorService watch;
    private volatile T current;
    private Map<String, String> state;

    private Reloading(List<Path> folders, Supplier<T> read, Consumer<String> log) {
        this.folders = List.copyOf(folders);
        this.read = read;
        this.log = log;
        this.state = state();
        this.current = read.get();
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tables");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads the tables, and looks every {@code interval} whether one of {@code folders} has changed. A folder may come later.
     *
     * @param read reads all tables
     * @param log receives a line or several for every reload and every fault
     * @throws TableException if they cannot be used as they are now
     */
    public static <T> Reloading<T> watch(
            List<Path> folders, Supplier<T> read, Duration interval, Consumer<String> log) {
        Reloading<T> tables = new Reloading<>(folders, read, log);
        long millis = interval.toMillis();
        tables.watch.scheduleWithFixedDelay(tables::refresh, millis, millis, TimeUnit.MILLISECONDS);
        return tables;
    }

    /** What was read last. */
    public T get() {
        return current;
    }

    /** Looks for changes now. Returns whether the tables were read again with success. */
    public synchronized boolean refresh() {
        try {
            Map<String, String> now = state();
            if (now.equals(state)) {
                return false;
            }
            state = now;
            current = read.get();
            log.accept("dictionaries read again: " + folders);
            return true;
        } catch (TableException | UncheckedIOException e) {
            log.accept("dictionaries have faults and stay as they were:\n" + e.getMessage());
            return false;
        }
    }

    /** Each table's size and time of change. */
    private Map<String, String> state() {
        Map<String, String> found = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : Files.isDirectory(folder) ? TsvTable.in(folder) : List.<Path>of()) {
                found.put(file.toString(), state(file));
            }
        }
        return found;
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
