package io.entente.alert.day;

import io.entente.avro.AlertEvidence;
import io.entente.avro.state.PairDay;
import io.entente.avro.state.Story;
import io.entente.avro.state.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A day in the {@link DayBook}. What the detectors need of its stories is read when they ask for it. */
public final class BookedDay extends DayView {
    /** Days that a detector looks at together. */
    private static final int WINDOW = 3;

    private final DayBook book;
    private final @Nullable PairDay[] earlier = new PairDay[WINDOW];
    private @Nullable List<Story> stories;

    public BookedDay(DayBook book, PairName pair, int day) {
        super(pair, day, book.day(pair.name(), day));
        this.book = book;
    }

    @Override
    protected PairDay before(int back) {
        PairDay known = earlier[back];
        if (known == null) {
            known = book.day(pair.name(), day - back);
            earlier[back] = known;
        }
        return known;
    }

    @Override
    public Instant at() {
        List<Story> today = stories();
        return today.isEmpty()
                ? EpochDays.start(day)
                : Instant.ofEpochMilli(today.get(today.size() - 1).getPublishedAt());
    }

    @Override
    public List<Integer> signs() {
        List<Integer> signs = new ArrayList<>();
        stories().forEach(story -> signs.add(Stories.sign(story)));
        return signs;
    }

    @Override
    public boolean deed(boolean forward) {
        return stories().stream().anyMatch(story -> Stories.deed(story, forward));
    }

    @Override
    public Set<String> families(int days, Predicate<StoryEvent> which) {
        return Stories.families(stories(days), which);
    }

    @Override
    public Supplier<List<AlertEvidence>> evidence(int days, Predicate<StoryEvent> which) {
        return () -> Evidence.strongest(book, pair.name(), stories(days), which);
    }

    @Override
    public Predicate<StoryEvent> contacts() {
        Set<String> contacts = new HashSet<>();
        for (Story story : stories()) {
            for (StoryEvent event : story.getEvents()) {
                if (Stories.isContact(story, event)) {
                    contacts.add(event.getEventId());
                }
            }
        }
        return event -> contacts.contains(event.getEventId());
    }

    @Override
    @Nullable
    public AlertEvidence evidence(String eventId) {
        return book.evidence(pair.name(), eventId);
    }

    private List<Story> stories() {
        List<Story> found = stories;
        if (found == null) {
            found = book.stories(pair.name(), day);
            stories = found;
        }
        return found;
    }

    private List<Story> stories(int days) {
        List<Story> all = new ArrayList<>();
        for (int back = days - 1; back > 0; back--) {
            all.addAll(book.stories(pair.name(), day - back));
        }
        all.addAll(stories());
        return all;
    }
}
