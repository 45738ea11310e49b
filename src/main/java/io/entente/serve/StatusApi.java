package io.entente.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.serve.http.Replies;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.ReadModelStatus;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;

/** How the system is. */
final class StatusApi {
    private final ReadModel model;
    private final ReadModelStatus source;
    private final Live live;
    private final Clock clock;
    private final Instant startedAt;
    private final String version;

    StatusApi(ReadModel model, ReadModelStatus source, Live live, Clock clock) {
        this.model = model;
        this.source = source;
        this.live = live;
        this.clock = clock;
        this.startedAt = clock.instant();
        String implementation = StatusApi.class.getPackage().getImplementationVersion();
        this.version = implementation == null ? "development" : implementation;
    }

    /** {@code GET /status}. */
    void status(Context context) {
        Replies.json(context, describe());
    }

    ObjectNode describe() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("ready", source.ready());
        status.put("now", clock.instant().toString());
        status.put("startedAt", startedAt.toString());
        model.asOf().ifPresent(time -> status.put("asOf", time.toString()));
        status.putObject("versions")
                .put("entente", version)
                .put("java", Runtime.version().toString());
        status.putObject("counts")
                .put("pairs", model.pairCount())
                .put("events", model.events().size())
                .put("statements", model.statements().size())
                .put("articles", model.articles().size())
                .put("alerts", model.alerts().size())
                .put("openAlerts", model.openAlerts().size())
                .put("liveClients", live.clients());
        source.describe(status);
        return status;
    }
}
