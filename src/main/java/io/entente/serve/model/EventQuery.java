package io.entente.serve.model;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which events or statements are wanted; null or an empty set leaves a side open.
 *
 * @param actor on either side
 * @param source acting side
 * @param target other side
 * @param types event types
 * @param sign +1, 0 or -1
 * @param statuses how the text presents it
 * @param outlet the publisher, any case
 * @param words must all occur in sentence, title or trigger, any case
 */
public record EventQuery(
        @Nullable String actor,
        @Nullable String source,
        @Nullable String target,
        Set<EventType> types,
        @Nullable Integer sign,
        Set<Status> statuses,
        @Nullable String outlet,
        @Nullable String words) {

    /** The same question for events: an outlet matches if any of the event's reports is its. */
    public Predicate<Event> events() {
        return event -> (matches(event, event.getSource(), event.getTarget())
                        || (event.getMutual() && matches(event, event.getTarget(), event.getSource())))
                && (outlet == null || carriedBy(event))
                && spoken(event.getSentence(), event.getTitle(), event.getTrigger());
    }

    /** The same question for statements. */
    public Predicate<Statement> statements() {
        return statement -> matches(
                        statement.getSource(),
                        statement.getTarget(),
                        statement.getEvent(),
                        statement.getSign(),
                        statement.getStatus())
                && (outlet == null
                        || statement.getOutlet().filter(this::isOutlet).isPresent())
                && spoken(statement.getSentence(), statement.getTitle(), statement.getTrigger());
    }

    private boolean matches(Event event, String from, String to) {
        return matches(from, to, event.getEvent(), event.getSign(), event.getStatus());
    }

    private boolean matches(String from, String to, EventType type, int direction, Status status) {
        return (actor == null || actor.equals(from) || actor.equals(to))
                && (source == null || source.equals(from))
                && (target == null || target.equals(to))
                && (types.isEmpty() || types.contains(type))
                && (sign == null || sign == direction)
                && (statuses.isEmpty() || statuses.contains(status));
    }

    private boolean carriedBy(Event event) {
        return event.getOutlet().filter(this::isOutlet).isPresent()
                || event.getMembers().stream()
                        .anyMatch(member ->
                                member.getOutlet().filter(this::isOutlet).isPresent());
    }

    private boolean isOutlet(String name) {
        return name.equalsIgnoreCase(outlet);
    }

    private boolean spoken(String sentence, Optional<String> title, String trigger) {
        if (words == null) {
            return true;
        }
        String text = (sentence + "\n" + title.orElse("") + "\n" + trigger).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).trim().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
