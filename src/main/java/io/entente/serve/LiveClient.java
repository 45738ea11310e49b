package io.entente.serve;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client of the live stream: what is to be sent waits in a short queue, so that a slow client holds up nobody. */
final class LiveClient {
    /** More than the history that a client may be sent when it comes back. */
    private static final int QUEUE = 1_500;

    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);
    private static final LiveMessage END = new LiveMessage(0, "", "", "");

    private final SseClient connection;
    private final Set<String> names;
    private final BlockingQueue<LiveMessage> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean ended;

    LiveClient(SseClient connection, Set<String> names) {
        this.connection = connection;
        this.names = names;
    }

    /** Whether the client keeps up; if not, it is let go. */
    boolean offer(LiveMessage message) {
        boolean wanted = names.contains(message.name()) || !Live.NAMES.contains(message.name());
        if (ended || (wanted && !queue.offer(message))) {
            end();
            return false;
        }
        return true;
    }

    /** Ends {@link #run}; what is still in the queue is not sent. */
    void end() {
        ended = true;
        queue.clear();
        queue.offer(END);
    }

    /** Sends what comes, and a comment where nothing does. */
    void run(Duration heartbeat) {
        try {
            while (!ended && !connection.terminated()) {
                LiveMessage message = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (message == null) {
                    connection.sendComment("");
                } else if (message != END) {
                    connection.sendEvent(message.name(), message.data(), message.id());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOG.debug("the connection is gone", e);
        } finally {
            connection.close();
        }
    }
}
