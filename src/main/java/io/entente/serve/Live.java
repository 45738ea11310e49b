package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.serve.http.Params;
import io.entente.serve.http.Problem;
import io.entente.serve.http.WebServer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The live stream (server-sent events): alerts one by one at once; events and changed windows of a short while together, so that a burst
 * is a few messages. Each message has an id; who comes back with the last one that it saw is sent what it missed, or {@code reset} where that is
 * no longer known, which asks it to reload. Who does not keep up is dropped; the others notice nothing.
 */
final class Live {
    static final Set<String> NAMES = Set.of("alert", "events", "pairs", "status", "attention");

    private static final int HISTORY = 1_000;
    private static final int MAX_CLIENTS = 500;
    private static final int MAX_BATCH = 100;
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final String epoch = UUID.randomUUID().toString().substring(0, 8);
    private final ArrayDeque<LiveMessage> history = new ArrayDeque<>();
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong dropped = new AtomicLong();
    private final Map<String, ObjectNode> pairs = new LinkedHashMap<>();
    private final ArrayDeque<ObjectNode> events = new ArrayDeque<>();
    private long omitted;
    private long last;
    private boolean open = true;

    /** Sends at once. */
    synchronized void send(String name, ObjectNode data) {
        LiveMessage message = new LiveMessage(++last, name, epoch + "-" + last, data.toString());
        history.add(message);
        if (history.size() > HISTORY) {
            history.remove();
        }
        clients.removeIf(client -> {
            boolean slow = !client.offer(message);
            if (slow) {
                dropped.incrementAndGet();
            }
            return slow;
        });
    }

    /** Sends the event with the next {@link #flush}; of a burst only the last ones. */
    synchronized void event(ObjectNode event) {
        events.add(event);
        if (events.size() > MAX_BATCH) {
            events.remove();
            omitted++;
        }
    }

    /** Sends a pair's window with the next {@link #flush}, unless a later version comes before. */
    synchronized void window(String key, ObjectNode window) {
        pairs.remove(key);
        pairs.put(key, window);
        if (pairs.size() > MAX_BATCH) {
            pairs.remove(pairs.keySet().iterator().next());
        }
    }

    /** Sends what has gathered. */
    synchronized void flush() {
        if (!events.isEmpty()) {
            ObjectNode data = batch(List.copyOf(events));
            data.put("omitted", omitted);
            events.clear();
            omitted = 0;
            send("events", data);
        }
        if (!pairs.isEmpty()) {
            ObjectNode data = batch(List.copyOf(pairs.values()));
            pairs.clear();
            send("pairs", data);
        }
    }

    private static ObjectNode batch(List<ObjectNode> items) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode array = data.putArray("items");
        items.forEach(array::add);
        return data;
    }

    /** Before the stream: whether the request can be one. */
    void check(Context context) {
        if (!WebServer.isEventStream(context)) {
            throw new Problem(HttpStatus.NOT_ACCEPTABLE, "this is a stream: send 'Accept: text/event-stream'");
        }
        names(context);
        lastSeen(context);
        if (clients.size() >= MAX_CLIENTS) {
            context.header("Retry-After", "30");
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, MAX_CLIENTS + " clients follow the stream already");
        }
    }

    private static Set<String> names(Context context) {
        Params params = new Params(context, List.of("names", "lastEventId"));
        String value = params.text("names");
        if (value == null) {
            return NAMES;
        }
        Set<String> names = Set.copyOf(List.of(value.split(",")));
        if (!NAMES.containsAll(names)) {
            throw Problem.badRequest("parameter 'names' must be some of " + new TreeSet<>(NAMES));
        }
        return names;
    }

    private static @Nullable String lastSeen(Context context) {
        String header = context.header("Last-Event-ID");
        return header != null ? header : new Params(context, List.of("names", "lastEventId")).text("lastEventId");
    }

    /** Serves one client until it goes, is dropped, or the server stops; on a thread of its own. */
    void serve(SseClient connection) {
        LiveClient client = new LiveClient(connection, names(connection.ctx()));
        String seen = lastSeen(connection.ctx());
        synchronized (this) {
            if (!open) {
                return;
            }
            missed(seen).forEach(client::offer);
            clients.add(client);
        }
        try {
            client.run(HEARTBEAT);
        } finally {
            left(client);
        }
    }

    private synchronized void left(LiveClient client) {
        clients.remove(client);
        notifyAll();
    }

    private List<LiveMessage> missed(@Nullable String seen) {
        LiveMessage hello = new LiveMessage(last, "hello", epoch + "-" + last, "{}");
        if (seen == null) {
            return List.of(hello);
        }
        long number = number(seen);
        boolean known = number >= 0
                && number <= last
                && (history.isEmpty()
                        ? number == last
                        : number >= history.getFirst().number() - 1);
        return known
                ? history.stream().filter(message -> message.number() > number).toList()
                : List.of(new LiveMessage(last, "reset", epoch + "-" + last, "{}"));
    }

    /** The number in an id of this process; -1 in any other. */
    private long number(String id) {
        String head = epoch + "-";
        try {
            return id.startsWith(head) ? Long.parseLong(id.substring(head.length())) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    int clients() {
        return clients.size();
    }

    /** How many clients did not keep up. */
    long dropped() {
        return dropped.get();
    }

    /** Lets every client go, and waits a moment until they have gone: the server may stop then. */
    synchronized void close() {
        open = false;
        clients.forEach(LiveClient::end);
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (long rest = FAREWELL.toMillis(); !clients.isEmpty() && rest > 0; ) {
                wait(rest);
                rest = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
