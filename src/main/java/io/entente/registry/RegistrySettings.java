package io.entente.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry, from Confluent's keys.
 *
 * @param endpoints at least one, tried in turn
 * @param tls absent where the JVM's own trust applies
 * @param retries how often all endpoints are tried again after a transient failure
 * @param retryWait before the first of these; doubled each time
 */
record RegistrySettings(
        List<Endpoint> endpoints,
        Optional<SSLContext> tls,
        Duration connectTimeout,
        Duration readTimeout,
        int retries,
        Duration retryWait) {
    static final String URL = "schema.registry.url";
    private static final String SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String TOKEN_SOURCE = "bearer.auth.credentials.source";
    private static final String TOKEN = "bearer.auth.token";
    private static final String PREFIX = "schema.registry.";

    /**
     * One address of the registry.
     *
     * @param url without a slash at the end, and without credentials
     * @param authorization the header's value, if any; never shown
     */
    record Endpoint(String url, Optional<String> authorization) {
        @Override
        public String toString() {
            return url;
        }
    }

    static RegistrySettings of(Map<String, ?> settings) {
        @Nullable String urls = ConfigValues.text(settings, URL);
        if (urls == null) {
            throw new ConfigException(
                    URL + " is not set: give the schema registry's address, such as http://127.0.0.1:8081");
        }
        List<Endpoint> endpoints = new ArrayList<>();
        for (String url : urls.split(",")) {
            endpoints.add(endpoint(url.trim(), settings));
        }
        return new RegistrySettings(
                List.copyOf(endpoints),
                RegistryTls.context(settings),
                Duration.ofMillis(number(settings, "http.connect.timeout.ms", 10_000)),
                Duration.ofMillis(number(settings, "http.read.timeout.ms", 30_000)),
                number(settings, "max.retries", 3),
                Duration.ofMillis(number(settings, "retries.wait.ms", 1_000)));
    }

    /** The endpoints for messages. */
    String urls() {
        return String.join(", ", endpoints.stream().map(Endpoint::url).toList());
    }

    private static Endpoint endpoint(String url, Map<String, ?> settings) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw notAnAddress(); // not shown: it may hold a password
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw notAnAddress();
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        String shown = scheme + "://" + host + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return new Endpoint(shown, authorization(uri, settings));
    }

    private static ConfigException notAnAddress() {
        return new ConfigException(
                URL + " must be one or more addresses such as https://registry.example:8081, separated by commas");
    }

    private static Optional<String> authorization(URI uri, Map<String, ?> settings) {
        @Nullable String tokenSource = ConfigValues.text(settings, TOKEN_SOURCE);
        if (tokenSource != null) {
            return Optional.of("Bearer " + token(tokenSource, settings));
        }
        @Nullable String source = ConfigValues.text(settings, PREFIX + SOURCE);
        if (source == null) {
            source = ConfigValues.text(settings, SOURCE);
        }
        @Nullable
        String user =
                switch (source == null ? "URL" : source.toUpperCase(Locale.ROOT)) {
                    case "URL" -> uri.getUserInfo();
                    case "USER_INFO" -> userInfo(settings);
                    default -> throw new ConfigException(SOURCE, source, "must be URL or USER_INFO");
                };
        return Optional.ofNullable(user)
                .map(info -> "Basic " + Base64.getEncoder().encodeToString(info.getBytes(UTF_8)));
    }

    private static String userInfo(Map<String, ?> settings) {
        @Nullable String info = ConfigValues.text(settings, USER_INFO);
        if (info == null) {
            info = ConfigValues.text(settings, PREFIX + USER_INFO); // the older name
        }
        if (info == null || info.indexOf(':') < 0) {
            throw new ConfigException(USER_INFO + " must be user:password, as " + SOURCE + " is USER_INFO");
        }
        return info;
    }

    private static String token(String source, Map<String, ?> settings) {
        @Nullable String token = ConfigValues.text(settings, TOKEN);
        if (!source.equalsIgnoreCase("STATIC_TOKEN") || token == null) {
            throw new ConfigException(TOKEN_SOURCE, source, "must be STATIC_TOKEN, and " + TOKEN + " set");
        }
        return token;
    }

    /** Confluent's client reads these with its prefix; without it they are understood too. */
    private static int number(Map<String, ?> settings, String key, int otherwise) {
        return ConfigValues.number(settings, PREFIX + key, ConfigValues.number(settings, key, otherwise));
    }
}
