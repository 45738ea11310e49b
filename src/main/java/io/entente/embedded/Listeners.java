package io.entente.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The broker's listeners, each with a definite port: the first is the one that is advertised to clients. */
record Listeners(List<Listener> all) {
    static final String LOOPBACK = "127.0.0.1";
    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z0-9_]+)://([^:/]*):(\\d{1,5})\\s*");

    /** A port that cannot be bound. */
    static final class PortTaken extends EmbeddedException {
        private static final long serialVersionUID = 1L;

        PortTaken(Listener listener, IOException cause) {
            super(
                    "port " + listener.port + " on " + listener.host + " cannot be used for the broker's listener "
                            + listener.name + " (" + cause.getMessage()
                            + "): stop the program that holds it, or choose another port (0 takes a free one)",
                    cause);
        }
    }

    /** One listener. {@code free} says that its port was chosen by us, so that another would do as well. */
    record Listener(String name, String host, int port, boolean free) {
        String url() {
            return name + "://" + address();
        }

        String address() {
            return host + ":" + port;
        }

        /** The same listener with a free port in place of 0. */
        Listener resolved() {
            return port == 0 ? new Listener(name, host, freePort(host), true) : this;
        }
    }

    /** Reads Kafka's form, {@code NAME://host:port,…}; a port of 0 becomes a free one. */
    static Listeners parse(String text) {
        List<Listener> listeners = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = FORM.matcher(part);
            if (!matcher.matches()) {
                throw new EmbeddedException("the listener '" + part + "' is not of the form NAME://host:port");
            }
            listeners.add(new Listener(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)), false)
                    .resolved());
        }
        return new Listeners(List.copyOf(listeners));
    }

    /** These and one more. */
    Listeners with(Listener listener) {
        List<Listener> more = new ArrayList<>(all);
        more.add(listener);
        return new Listeners(List.copyOf(more));
    }

    /** Fails with the number of the port if one is taken. */
    void requireAvailable() {
        for (Listener listener : all) {
            try {
                bind(listener.host, listener.port).close();
            } catch (IOException e) {
                throw new PortTaken(listener, e);
            }
        }
    }

    /** Whether every port was ours to choose. */
    boolean allFree() {
        return all.stream().allMatch(Listener::free);
    }

    String urls() {
        return all.stream().map(Listener::url).collect(Collectors.joining(","));
    }

    static int freePort(String host) {
        try (ServerSocket socket = bind(host, 0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedException("no free port on " + host + ": " + e.getMessage(), e);
        }
    }

    private static ServerSocket bind(String host, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true); // as the broker does: a port in TIME_WAIT is free
            InetAddress address = host.isEmpty() ? null : InetAddress.getByName(host);
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
