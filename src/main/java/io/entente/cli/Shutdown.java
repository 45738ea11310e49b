package io.entente.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Clean stop on Ctrl-C and SIGTERM: asks the work to end, and keeps the process until it has. Opened before, and closed after,
 * everything that has to end cleanly.
 */
final class Shutdown implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "shutdown");
    private boolean requested;
    private Runnable request = () -> {};

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Names what asks the work to end; it is called from another thread, or at once if the signal has come already. */
    synchronized void onRequest(Runnable end) {
        request = end;
        if (requested) {
            end.run();
        }
    }

    private synchronized void request() {
        requested = true;
        request.run();
    }

    private void stop() {
        request();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("entente: not stopped cleanly within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending: the hook has done its work
        }
    }
}
