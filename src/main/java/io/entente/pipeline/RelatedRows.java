package io.entente.pipeline;

import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.clock.Tick;
import io.entente.topology.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that RELATE rebuilds when it reads {@code statements} from the beginning: the events of which a statement is still there, and their
 * windows. They go before it does so, since an event that was led by a statement may then join another. Older rows stay: nothing would bring
 * them back.
 *
 * @param events keys of events
 * @param hourly keys of their hours
 * @param daily keys of their days
 */
record RelatedRows(Set<String> events, Set<String> hourly, Set<String> daily) {

    static RelatedRows read(TopicReader reader, Topics topics) {
        Set<String> statements = new HashSet<>();
        reader.read(List.of(topics.statements()), new TopicReader.Start.Beginning(), record -> {
            String key = topics.statements().key().deserializer().deserialize(record.topic(), record.key());
            if (record.value() != null && !Tick.KEY.equals(key)) {
                statements.add(topics.statements()
                        .value()
                        .deserializer()
                        .deserialize(record.topic(), record.headers(), record.value())
                        .getId());
            }
        });
        RelatedRows rows = new RelatedRows(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Map.Entry<String, Event> row : reader.table(topics.events()).entrySet()) {
            Event event = row.getValue();
            if (event.getMembers().stream().map(EventReport::getStatementId).anyMatch(statements::contains)) {
                rows.events.add(row.getKey());
                rows.hourly.add(window(event, ChronoUnit.HOURS));
                rows.daily.add(window(event, ChronoUnit.DAYS));
            }
        }
        return rows;
    }

    private static String window(Event event, ChronoUnit unit) {
        Instant start = event.getPublishedAt().truncatedTo(unit);
        return event.getPair() + "|" + start;
    }
}
