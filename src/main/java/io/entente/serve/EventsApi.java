package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.clock.Lateness;
import io.entente.serve.http.Params;
import io.entente.serve.http.Problem;
import io.entente.serve.http.Replies;
import io.entente.serve.model.EventQuery;
import io.entente.serve.model.Page;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.RecordTable;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Events, statements and articles. */
final class EventsApi {
    private static final List<String> FILTERS = List.of(
            "pair", "actor", "source", "target", "type", "sign", "status", "outlet", "q", "days", "from", "to", "limit",
            "cursor", "format");

    private static final List<String> EVENT_FILTERS = Stream.concat(
                    FILTERS.stream(), Stream.of("prominent", "corroborated"))
            .toList();

    private final ReadModel model;
    private final Views views;
    private final Lateness lateness;
    private final Clock clock;

    EventsApi(ReadModel model, Views views, Lateness lateness, Clock clock) {
        this.model = model;
        this.views = views;
        this.lateness = lateness;
        this.clock = clock;
    }

    /** {@code GET /events}. */
    void events(Context context) {
        Params params = new Params(context, EVENT_FILTERS);
        boolean prominent = params.flag("prominent", false);
        int reports = params.flag("corroborated", false) ? 2 : 1;
        Predicate<Event> wanted = coded(params)
                .events()
                .and(event -> event.getReports() >= reports && (event.getProminent() || !prominent));
        list(context, params, model.events(), wanted, events -> Csv.events(context, events));
    }

    /** {@code GET /statements}. */
    void statements(Context context) {
        Params params = new Params(context, FILTERS);
        list(
                context,
                params,
                model.statements(),
                coded(params).statements(),
                statements -> Csv.statements(context, statements));
    }

    private <V extends SpecificRecord> void list(
            Context context, Params params, RecordTable<V> table, Predicate<V> wanted, Consumer<List<V>> csv) {
        Page<V> page = table.page(
                params.pair("pair"), params.span(model, clock.instant()), params.cursor(), params.limit(), wanted);
        if (params.oneOf("format", "json", Set.of("json", "csv")).equals("csv")) {
            if (page.next() != null) {
                context.header("Link", "<?cursor=" + page.next() + ">; rel=\"next\"");
            }
            csv.accept(page.items());
        } else {
            Replies.json(context, views.page(page, views::record));
        }
    }

    private static EventQuery coded(Params params) {
        return new EventQuery(
                params.code("actor"),
                params.code("source"),
                params.code("target"),
                params.symbols("type", EventType.class),
                params.sign(),
                params.symbols("status", Status.class),
                params.text("outlet"),
                params.text("q"));
    }

    /** {@code GET /events/{id}}: with its statements, as far as they are kept. */
    void event(Context context) {
        new Params(context, List.of());
        String id = context.pathParam("id");
        Event event = model.events().find(id).orElseThrow(() -> Problem.notFound("event with this id"));
        ObjectNode body = views.record(event);
        ArrayNode statements = body.putArray("statements");
        for (EventReport member : event.getMembers()) {
            model.statements().find(member.getStatementId()).map(views::record).ifPresent(statements::add);
        }
        Replies.json(context, body);
    }

    /** {@code GET /statements/{id}}. */
    void statement(Context context) {
        new Params(context, List.of());
        Statement statement = model.statements()
                .find(context.pathParam("id"))
                .orElseThrow(() -> Problem.notFound("statement with this id"));
        Replies.json(context, views.record(statement));
    }

    /** {@code GET /articles/{id}}; {@code lateAt}: how far event time had come, if the article came too late. */
    void article(Context context) {
        new Params(context, List.of());
        EnrichedArticle article = model.articles()
                .find(context.pathParam("id"))
                .orElseThrow(() -> Problem.notFound("article with this id"));
        ObjectNode answer = views.record(article);
        lateness.of(article).ifPresent(watermark -> answer.put("lateAt", watermark.toString()));
        Replies.json(context, answer);
    }
}
