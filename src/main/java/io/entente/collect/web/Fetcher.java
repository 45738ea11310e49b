package io.entente.collect.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Single HTTP requests, each bounded in size and time. It connects to the addresses that {@link AddressGuard} has checked and to no others, follows no
 * redirect and keeps no cookie. Safe for several threads.
 */
final class Fetcher implements AutoCloseable {
    private static final int THREADS = 8;
    private static final long CONNECT_SECONDS = 10;

    private final HttpClient client = new HttpClient();
    private final WebLimits limits;

    Fetcher(AddressGuard guard, WebLimits limits, String userAgent) {
        this.limits = limits;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS + limits.workers(), THREADS);
        threads.setName("collect-http");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, userAgent));
        client.setMaxConnectionsPerDestination(1);
        client.setConnectTimeout(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
        client.setIdleTimeout(limits.time().toMillis());
        client.setDestinationIdleTimeout(limits.time().toMillis());
        client.setSocketAddressResolver(new Checked(guard));
        try {
            client.start();
            client.getProtocolHandlers().clear(); // what a server asks for (a password, a redirect) is not done unseen
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client cannot be started: " + e.getMessage(), e);
        }
    }

    /** Gives the addresses that may be connected to. Jetty asks before every new connection. */
    private record Checked(AddressGuard guard) implements SocketAddressResolver {
        @Override
        public void resolve(
                String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
            try {
                String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
                promise.succeeded(guard.resolve(name).stream()
                        .map((InetAddress address) -> new InetSocketAddress(address, port))
                        .toList());
            } catch (UnknownHostException e) {
                promise.failed(e);
            }
        }
    }

    /** Asks once and waits for the answer, whatever it is. */
    Answer get(Get get) throws InterruptedException {
        Request request = client.newRequest(get.url())
                .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .headers(headers -> {
                    headers.put(HttpHeader.ACCEPT, get.accept());
                    if (get.etag() != null) {
                        headers.put(HttpHeader.IF_NONE_MATCH, get.etag());
                    }
                    if (get.lastModified() != null) {
                        headers.put(HttpHeader.IF_MODIFIED_SINCE, get.lastModified());
                    }
                });
        try {
            ContentResponse response = new CompletableResponseListener(request, limits.bytes())
                    .send()
                    .get();
            Map<String, String> headers = new HashMap<>();
            response.getHeaders()
                    .forEach(field -> headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
            return new Answer(response.getStatus(), headers, response.getContent(), null);
        } catch (ExecutionException | CancellationException e) {
            return new Answer(0, Map.of(), new byte[0], explain(get.url(), e.getCause() == null ? e : e.getCause()));
        }
    }

    /**
     * An answer of a server.
     *
     * @param failure why there is none; null if there is one
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Answer(int status, Map<String, String> headers, byte[] body, @Nullable String failure) {}

    private String explain(URI url, Throwable cause) {
        if (cause instanceof AddressGuard.Refused) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "there is no host " + url.getHost();
        }
        if (cause instanceof TimeoutException) {
            return "no complete answer within " + limits.time().toSeconds() + " s";
        }
        String message = String.valueOf(cause.getMessage());
        if (message.startsWith("Buffering capacity")) {
            return "more than " + limits.bytes() + " bytes";
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + message);
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client cannot be stopped: " + e.getMessage(), e);
        }
    }
}
