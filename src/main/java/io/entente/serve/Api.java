package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.clock.Lateness;
import io.entente.serve.http.Replies;
import io.entente.serve.http.ResponseCache;
import io.entente.serve.http.WebServer;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.ReadModelStatus;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseHandler;
import java.time.Clock;

/** Every address of the API. */
final class Api implements WebServer.Routes {
    private final PairsApi pairs;
    private final EventsApi coded;
    private final AlertsApi alerts;
    private final ActorsApi actors;
    private final StatusApi status;
    private final CodeApi code;
    private final ReadModelStatus source;
    private final Live live;
    private final ResponseCache answers;
    private final ObjectNode document = OpenApi.document();

    Api(
            ReadModel model,
            ReadModelStatus source,
            Live live,
            Coders coders,
            ActorLabels names,
            AttentionWriter writer,
            Lateness lateness,
            Clock clock) {
        Views views = new Views(names);
        this.pairs = new PairsApi(model, views, names, clock);
        this.coded = new EventsApi(model, views, lateness, clock);
        this.alerts = new AlertsApi(model, views, writer, clock);
        this.actors = new ActorsApi(model, views, names, clock);
        this.status = new StatusApi(model, source, live, clock);
        this.code = new CodeApi(coders, views, clock);
        this.source = source;
        this.live = live;
        this.answers = new ResponseCache(model::version, clock);
    }

    StatusApi status() {
        return status;
    }

    @Override
    public void add(WebServer.Router router) {
        String base = WebServer.BASE;
        addQuestions(base, router);
        SseHandler stream = new SseHandler(live::serve);
        router.dashboard()
                .health(
                        Health.of(source::alive, "reading the topics has stopped, or a stage has failed: see the log"),
                        Health.of(
                                () -> source.ready() && source.alive(),
                                "the topics are still being read, or a stage makes no progress: see /api/v1/status and the log"))
                .get(base + "/openapi.json", context -> Replies.json(context, document))
                .on(HandlerType.PUT, base + "/alerts/{id}/acknowledgement", alerts::acknowledge)
                .on(HandlerType.DELETE, base + "/alerts/{id}/acknowledgement", alerts::withdrawAcknowledgement)
                .on(HandlerType.PUT, base + "/mutes", alerts::mute)
                .on(HandlerType.DELETE, base + "/mutes", alerts::unmute)
                .get(base + "/status", status::status)
                .on(HandlerType.POST, base + "/code", code::code)
                .on(HandlerType.POST, base + "/session", router.access()::open)
                .on(HandlerType.DELETE, base + "/session", router.access()::close)
                .on(HandlerType.GET, base + "/live", context -> {
                    live.check(context);
                    stream.handle(context);
                });
    }

    /** What is answered out of the read model alone. */
    private void addQuestions(String base, WebServer.Router router) {
        router.get(base + "/pairs", answers.of(pairs::list))
                .get(base + "/pairs/{pair}", answers.of(pairs::one))
                .get(base + "/actors", answers.of(actors::list))
                .get(base + "/matrix", answers.of(actors::matrix))
                .get(base + "/days", answers.of(pairs::days))
                .get(base + "/events", answers.of(coded::events))
                .get(base + "/events/{id}", answers.of(coded::event))
                .get(base + "/statements", answers.of(coded::statements))
                .get(base + "/statements/{id}", answers.of(coded::statement))
                .get(base + "/articles/{id}", answers.of(coded::article))
                .get(base + "/alerts", answers.of(alerts::list))
                .get(base + "/alerts/{id}", answers.of(alerts::one))
                .get(base + "/mutes", answers.of(alerts::mutes));
    }
}
