package io.entente.alert.day;

import io.entente.avro.EventType;
import io.entente.avro.state.Story;
import io.entente.avro.state.StoryEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a story (an article that leads events of a pair) says: pure functions of the record. */
public final class Stories {
    /** What makes a crisis grow: threats and hostile deeds. */
    private static final Set<EventType> DEEDS =
            EnumSet.of(EventType.THREATEN, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT);
    /** Contacts, where both sides do it. */
    private static final Set<EventType> MUTUAL = EnumSet.of(EventType.AGREE, EventType.CONSULT);

    private Stories() {}

    static boolean counts(Story story, boolean forward) {
        return any(story, event -> isOf(event, forward));
    }

    static boolean conflict(Story story, boolean forward) {
        return any(story, event -> isOf(event, forward) && isConflict(event));
    }

    /** Whether an event counts in that direction; what both sides do counts in both. */
    static boolean isOf(StoryEvent event, boolean forward) {
        return event.getForward() == forward || event.getMutual();
    }

    private static boolean any(Story story, Predicate<StoryEvent> which) {
        for (StoryEvent event : story.getEvents()) {
            if (which.test(event)) {
                return true;
            }
        }
        return false;
    }

    static boolean isConflict(StoryEvent event) {
        return event.getSign() < 0;
    }

    /** Mean sentiment of the source toward the target, in millionths; 0 if the story has nothing in this direction. */
    static long tone(Story story, boolean forward) {
        long sum = 0;
        int count = 0;
        for (StoryEvent event : story.getEvents()) {
            if (isOf(event, forward)) {
                sum += event.getSentiment();
                count++;
            }
        }
        return count == 0 ? 0 : Math.round((double) sum / count);
    }

    /** +1, -1 or 0: the sign of both directions' sentiment together. */
    static int sign(Story story) {
        return Long.signum(tone(story, true) + tone(story, false));
    }

    /** Whether it leads a threat or a hostile deed. */
    static boolean deed(Story story) {
        return any(story, Stories::isDeed);
    }

    static boolean deed(Story story, boolean forward) {
        return any(story, event -> isOf(event, forward) && isDeed(event));
    }

    /** Whether an event is a threat or a hostile deed. */
    public static boolean isDeed(StoryEvent event) {
        return event.getAsserted() && isConflict(event) && DEEDS.contains(event.getEvent());
    }

    /** Whether it leads a contact, something that both sides do. */
    static boolean contact(Story story) {
        return any(story, event -> isContact(story, event));
    }

    static boolean isContact(Story story, StoryEvent event) {
        return event.getAsserted() && MUTUAL.contains(event.getEvent()) && answered(story, event);
    }

    private static boolean answered(Story story, StoryEvent event) {
        return event.getMutual()
                || any(
                        story,
                        other -> other.getForward() != event.getForward()
                                && other.getAsserted()
                                && other.getEvent() == event.getEvent());
    }

    /** Outlet families of the events that match, sorted. */
    static Set<String> families(List<Story> stories, Predicate<StoryEvent> which) {
        Set<String> families = new TreeSet<>();
        for (Story story : stories) {
            for (StoryEvent event : story.getEvents()) {
                if (which.test(event)) {
                    families.addAll(event.getFamilies());
                }
            }
        }
        return families;
    }
}
