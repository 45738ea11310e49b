package io.entente.serve;

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
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes, who may ask, limits, security headers, errors. */
final class WebServer implements AutoCloseable {
    static final String BASE = "/api/v1";

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MAX_THREADS = 48;
    private static final int MIN_THREADS = 4;
    private static final int MAX_HEADER = 8 << 10;
    private static final long MAX_BODY = 1L << 20;
    /** Of the dashboard's files: compressed once. */
    private static final int MAX_FILE = 1 << 20;

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
    static WebServer start(String host, int port, Access access, Routes routes) {
        Javalin server = Javalin.create(config -> {
            limits(config);
            errors(config);
            guard(config, access);
            routes.add(new Router(config, access));
        });
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            throw new SettingsException("port " + port + " on " + host
                    + " is taken or not allowed: stop what listens there, or set entente.http.port to another");
        }
        return new WebServer(server, host);
    }

    private static void limits(JavalinConfig config) {
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
        });
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
            if (over(context)) {
                LOG.debug("a request that is over failed", failure);
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

    private static void guard(JavalinConfig config, Access access) {
        config.routes.before(context -> {
            SECURITY.forEach(context::header);
            if (context.path().startsWith("/api") || context.path().equals("/metrics")) {
                access.check(context);
            }
        });
    }

    /** Adds the routes. */
    interface Routes {
        void add(Router router);
    }

    /** Where routes are added. */
    record Router(JavalinConfig config, Access access) {
        /** The dashboard's own files, and those of WebJars. */
        Router dashboard() {
            files(config);
            return this;
        }

        /** The meters, for Prometheus. */
        Router metrics(Metrics metrics) {
            return get("/metrics", context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                    .result(metrics.scrape()));
        }

        /** GET, and HEAD, which is the same without the body. */
        Router get(String path, Handler handler) {
            return on(HandlerType.GET, path, handler).on(HandlerType.HEAD, path, handler);
        }

        Router on(HandlerType method, String path, Handler handler) {
            config.routes.addHttpHandler(method, path, handler);
            return this;
        }
    }

    /** Where it listens, for people and clients. */
    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + (name.equals("0.0.0.0") || name.equals("[::]") ? "localhost" : name) + ":" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    static boolean isEventStream(Context context) {
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/event-stream");
    }
}
