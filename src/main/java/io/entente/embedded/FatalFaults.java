package io.entente.embedded;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker from ending the process while it starts. Kafka answers a fatal fault, a taken port among them, by
 * halting the JVM, and the caller would never learn why. Once the broker runs, a fault of it (a full disk, say) does end the
 * process: exactly-once applications are safe against that, and there is nothing left for them to work with.
 */
final class FatalFaults {
    private static final Logger log = LoggerFactory.getLogger(FatalFaults.class);

    private FatalFaults() {}

    /** Runs {@code startup}; throws where Kafka would have halted. */
    static void duringStart(Runnable startup) {
        // Kafka's hook is one for the whole process, so that starts take turns.
        synchronized (FatalFaults.class) {
            Thread starter = Thread.currentThread();
            AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
            Exit.Procedure caught = (status, message) -> {
                Fault raised = new Fault(message == null ? "fatal fault, status " + status : message);
                if (fault.compareAndSet(null, raised) && Thread.currentThread() != starter) {
                    starter.interrupt(); // it waits for a part that will never come up
                }
                throw raised;
            };
            Exit.setHaltProcedure(caught);
            Exit.setExitProcedure(caught);
            try {
                startup.run();
            } catch (Exception e) { // of Scala code: checked ones too
                Fault raised = fault.get();
                if (raised != null && raised != e) {
                    raised.addSuppressed(e);
                    throw raised; // what Kafka wanted to end for; the rest follows from that
                }
                throw e;
            } finally {
                Exit.setHaltProcedure(FatalFaults::halt);
                Exit.setExitProcedure(FatalFaults::halt);
                if (fault.get() != null) {
                    Thread.interrupted(); // ours
                }
            }
        }
    }

    private static void halt(int status, @Nullable String message) {
        log.error("the embedded broker failed, and the process with it (status {}): {}", status, message);
        Runtime.getRuntime().halt(status);
    }

    /** Stands for the end of the process that Kafka asked for. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }
}
