package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.serve.model.ReadModel;
import io.entente.statement.Coder;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseHandler;
import java.time.Clock;

/** Every address of the API. */
final class Api implements WebServer.Routes {
    private final PairsApi pairs;
    private final CodedApi coded;
    private final AlertsApi alerts;
    private final ActorsApi actors;
    private final StatusApi status;
    private final CodeApi code;
    private final Live live;
    private final ObjectNode document = OpenApi.document();

    Api(ReadModel model, Source source, Live live, Coder coder, ActorNames names, AttentionWriter writer, Clock clock) {
        Views views = new Views(names);
        this.pairs = new PairsApi(model, views, names, clock);
        this.coded = new CodedApi(model, views, clock);
        this.alerts = new AlertsApi(model, views, writer, clock);
        this.actors = new ActorsApi(model, views, names, clock);
        this.status = new StatusApi(model, source, live, clock);
        this.code = new CodeApi(coder, views, clock);
        this.live = live;
    }

    StatusApi status() {
        return status;
    }

    @Override
    public void add(WebServer.Router router) {
        String base = WebServer.BASE;
        SseHandler stream = new SseHandler(live::serve);
        router.get("/health/live", status::alive)
                .get("/health/ready", status::ready)
                .get(base + "/openapi.json", context -> Replies.json(context, document))
                .get(base + "/pairs", pairs::list)
                .get(base + "/pairs/{pair}", pairs::one)
                .get(base + "/actors", actors::list)
                .get(base + "/matrix", actors::matrix)
                .get(base + "/events", coded::events)
                .get(base + "/events/{id}", coded::event)
                .get(base + "/statements", coded::statements)
                .get(base + "/statements/{id}", coded::statement)
                .get(base + "/articles/{id}", coded::article)
                .get(base + "/alerts", alerts::list)
                .get(base + "/alerts/{id}", alerts::one)
                .on(HandlerType.PUT, base + "/alerts/{id}/acknowledgement", alerts::acknowledge)
                .on(HandlerType.DELETE, base + "/alerts/{id}/acknowledgement", alerts::withdrawAcknowledgement)
                .get(base + "/mutes", alerts::mutes)
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
}
