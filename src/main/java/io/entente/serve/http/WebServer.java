package io.entente.serve.http;

import io.entente.config.SettingsException;
import io.entente.ops.Metrics;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes, who may ask, limits, security headers, errors. */
public final class WebServer implements AutoCloseable {
    public static final String BASE = "/api/v1";

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MAX_THREADS = 48;
    private static final int MIN_THREADS = 4;
    private static final int MAX_HEADER = 8 << 10;
    private static final long MAX_BODY = 1L << 20;
    /** Of the dashboard's files: compressed once. */
    private static final int MAX_FILE = 1 << 20;

    /** Threads that no request takes but those for health; the server's own are among them. */
    private static final int RESERVED_THREADS = 8;

    private static final String HEALTH = "/health/";
    private static final String LIVE = BASE + "/live";
    private static final String WEB = "/web";
    private static final String WEBJARS = "/webjars/";
    private static final String RESOURCES = "/META-INF/resources";
    private static final Pattern FILE = Pattern.compile("(/[\\w.@-]+)+");

    private static final long IDLE_MILLIS = 60_000;
    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private final Javalin server;
    private final String host;

    private WebServer(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @throws SettingsException if it is taken
     */
    public static WebServer start(String host, int port, Access access, Routes routes) {
        return start(host, port, access, Patience.USUAL, routes);
    }

    /** As the other, with other patience. */
    public static WebServer start(String host, int port, Access access, Patience patience, Routes routes) {
        Javalin server = Javalin.create(config -> {
            limits(config, patience);
            errors(config);
            Router router = new Router(config, access, new HashSet<>());
            guard(config, access, router.open());
            routes.add(router);
        });
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            throw new SettingsException("port " + port + " on " + host
                    + " is taken or not allowed: stop what listens there, or set entente.http.port to another");
        }
        return new WebServer(server, host);
    }

    private static void limits(JavalinConfig config, Patience patience) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = MAX_BODY;
        config.http.prefer405over404 = true;
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("http");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration((HttpConfiguration http) -> {
            http.setRequestHeaderSize(MAX_HEADER);
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        config.jetty.modifyServer((Server jetty) -> {
            ErrorHandler plain = new ErrorHandler();
            plain.setShowStacks(false);
            plain.setShowCauses(false);
            plain.setShowMessageInTitle(false);
            jetty.setErrorHandler(plain);
            jetty.setHandler(bounded(patience));
        });
    }

    /** What keeps slow clients from the threads; some are left for health whatever happens. */
    private static org.eclipse.jetty.server.Handler bounded(Patience patience) {
        QoSHandler places = new QoSHandler();
        places.setMaxRequestCount(MAX_THREADS - RESERVED_THREADS);
        places.setMaxSuspend(patience.place());
        places.excludePath(HEALTH + "*", LIVE);
        BoundedAnswers answers = new BoundedAnswers(patience.answer());
        answers.excludePath(LIVE);
        answers.setHandler(places);
        WholeBodies bodies = new WholeBodies((int) MAX_BODY, patience.body());
        bodies.setHandler(answers);
        return bodies;
    }

    /**
     * How long clients are waited for.
     *
     * @param body until a request's body is complete
     * @param place that a request waits while too many others are being answered
     * @param answer until an answer has been read
     */
    public record Patience(Duration body, Duration place, Duration answer) {
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMinutes(2));
    }

    /** The dashboard: its own files, and those of WebJars, whose addresses carry their version. */
    private static void files(JavalinConfig config) {
        if (WebServer.class.getResource("/web/index.html") == null) {
            return;
        }
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/web";
            files.headers = Map.of("Cache-Control", "no-cache");
            files.precompressMaxSize = MAX_FILE;
        });
        if (WebServer.class.getResource("/META-INF/resources/webjars/") != null) {
            config.staticFiles.add(files -> {
                files.hostedPath = "/webjars";
                files.directory = "/META-INF/resources/webjars";
                files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
                files.precompressMaxSize = MAX_FILE;
            });
        }
    }

    private static void errors(JavalinConfig config) {
        config.routes.exception(Problem.class, (problem, context) -> problem.answer(context));
        config.routes.exception(HttpResponseException.class, (failure, context) -> {
            String methods = failure.getDetails().get("availableMethods");
            if (methods != null) {
                context.header("Allow", methods);
            }
            Problem.answer(context, failure.getStatus(), detail(failure));
        });
        config.routes.exception(Exception.class, (failure, context) -> {
            if (over(context) || failure instanceof QuietException) {
                LOG.debug("a request that is over, or whose client has left, failed", failure);
                return;
            }
            LOG.error("{} {} failed", context.method(), context.path(), failure);
            Problem.answer(
                    context, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "an error of Entente itself: see its log");
        });
    }

    /**
     * Whether Jetty has taken the request back, as when a live client has left. Whatever is asked of it fails then, and Javalin would hand
     * that failure to the handler again, without end.
     */
    private static boolean over(Context context) {
        try {
            context.statusCode();
            context.path();
            return false;
        } catch (IllegalStateException | NullPointerException recycled) {
            return true;
        }
    }

    private static String detail(HttpResponseException failure) {
        return switch (HttpStatus.forStatus(failure.getStatus())) {
            case NOT_FOUND -> "there is nothing here; " + BASE + "/openapi.json lists what there is";
            case METHOD_NOT_ALLOWED -> "not with this method";
            case CONTENT_TOO_LARGE -> "the body is larger than " + MAX_BODY + " bytes";
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Nobody is let in without a check but to the paths that are known to be open: what is forgotten, or spelt oddly, is guarded. */
    private static void guard(JavalinConfig config, Access access, Set<String> open) {
        config.routes.before(context -> {
            SECURITY.forEach(context::header);
            if (!open.contains(context.path()) && !isFile(context.path())) {
                access.check(context);
            }
        });
    }

    /** Whether it is the address of one of the dashboard's files, none of which holds data. */
    private static boolean isFile(String path) {
        if (!FILE.matcher(path).matches() || path.contains("..")) {
            return false;
        }
        String resource = path.startsWith(WEBJARS) ? RESOURCES + path : WEB + path;
        return WebServer.class.getResource(resource) != null;
    }

    /** Adds the routes. */
    public interface Routes {
        void add(Router router);
    }

    /** Where routes are added. */
    public record Router(JavalinConfig config, Access access, Set<String> open) {
        /** The dashboard's own files, and those of WebJars. */
        public Router dashboard() {
            files(config);
            open.add("/");
            return this;
        }

        /** {@code /health/live} and {@code /health/ready}, for whoever asks. */
        public Router health(Handler live, Handler ready) {
            open.add(HEALTH + "live");
            open.add(HEALTH + "ready");
            return get(HEALTH + "live", live).get(HEALTH + "ready", ready);
        }

        /** The meters, for Prometheus. */
        public Router metrics(Metrics metrics) {
            return get("/metrics", context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                    .result(metrics.scrape()));
        }

        /** GET, and HEAD, which is the same without the body. */
        public Router get(String path, Handler handler) {
            return on(HandlerType.GET, path, handler).on(HandlerType.HEAD, path, handler);
        }

        public Router on(HandlerType method, String path, Handler handler) {
            config.routes.addHttpHandler(method, path, handler);
            return this;
        }
    }

    /** Where it listens, for people and clients. */
    public String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + (name.equals("0.0.0.0") || name.equals("[::]") ? "localhost" : name) + ":" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    public static boolean isEventStream(Context context) {
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/event-stream");
    }
}
