package io.entente.actor;

import io.entente.language.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A gazetteer that reads its folder of dictionaries again when one of its files has changed. An article is tagged by one state
 * of the dictionaries; files with faults are reported once and the dictionaries stay as they were.
 */
public final class ReloadingGazetteer implements ActorTagger, AutoCloseable {
    private final Path folder;
    private final Consumer<String> log;
    private final ScheduledExecutorService watch;
    private volatile Gazetteer current;
    private Map<String, String> state;

    private ReloadingGazetteer(Path folder, Consumer<String> log) {
        this.folder = folder;
        this.log = log;
        this.state = state();
        this.current = Gazetteer.load(folder);
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "dictionaries");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Loads the dictionaries, and looks every {@code interval} whether a file of {@code folder} has changed.
     *
     * @param log is told of every reload and of every fault, in one line or several
     * @throws DictionaryException if they cannot be used as they are now
     */
    public static ReloadingGazetteer watch(Path folder, Duration interval, Consumer<String> log) {
        ReloadingGazetteer gazetteer = new ReloadingGazetteer(folder, log);
        long millis = interval.toMillis();
        gazetteer.watch.scheduleWithFixedDelay(gazetteer::refresh, millis, millis, TimeUnit.MILLISECONDS);
        return gazetteer;
    }

    @Override
    public TaggedDocument tag(Document document, LocalDate date) {
        return current.tag(document, date);
    }

    /** Looks for changes now. Returns whether the dictionaries were read again with success. */
    public synchronized boolean refresh() {
        try {
            Map<String, String> now = state();
            if (now.equals(state)) {
                return false;
            }
            state = now;
            current = Gazetteer.load(folder);
            log.accept("dictionaries in " + folder + " read again");
            return true;
        } catch (DictionaryException | UncheckedIOException e) {
            log.accept("dictionaries in " + folder + " have faults and stay as they were:\n" + e.getMessage());
            return false;
        }
    }

    /** Each file's size and time of change. */
    private Map<String, String> state() {
        Map<String, String> found = new TreeMap<>();
        for (Path file : Dictionaries.files(folder)) {
            try {
                found.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            } catch (IOException e) {
                found.put(file.toString(), "unreadable");
            }
        }
        return found;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
