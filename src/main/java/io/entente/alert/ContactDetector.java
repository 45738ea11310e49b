package io.entente.alert;

import io.entente.alert.baseline.Hostility;
import io.entente.alert.baseline.NewsVolumes;
import io.entente.alert.day.DayView;
import io.entente.alert.day.Evidence;
import io.entente.alert.day.Stories;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.ContactState;
import io.entente.avro.state.StoryEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * FIRST_CONTACT and RENEWED_CONTACT: a mutual act, such as talks or an agreement, between two actors that had none, or none for long, where that is
 * surprising: they have been in the news together often without one, or would have been by how often each of them is. While the feed is young
 * the first deed of a new pair is noted, too, at INFO.
 */
final class ContactDetector {
    private static final Slot FIRST = new Slot(AlertKind.FIRST_CONTACT, Slot.Side.PAIR);
    private static final Slot RENEWED = new Slot(AlertKind.RENEWED_CONTACT, Slot.Side.PAIR);

    /** What says more of the same day. */
    private static final Set<AlertKind> STRONGER = Set.of(AlertKind.SEVERE_EVENT, AlertKind.BREAKTHROUGH);

    private static final Finding.Level UNUSUAL = new Finding.Level(Severity.INFO, false, false);
    private static final int YEAR = 365;

    private final AlertPolicy policy;
    private final NewsVolumes volumes = NewsVolumes.load();

    ContactDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** What it finds on a day; null for nothing. An open alert is renewed by any contact. */
    @Nullable
    Finding find(DayView view, @Nullable ContactState history, Hostility hostility, AlertBoard desk, int age) {
        int contacts = view.counts.getContacts();
        if (contacts + view.counts.getDeeds() == 0) {
            return null;
        }
        Slot slot = slot(view, history, hostility, desk, age);
        if (slot == null) {
            return null;
        }
        AlertDraft open = desk.open(slot);
        if (open != null && open.age(view.day) >= policy.contact().familyDays()) {
            open.renew(view.day);
            return null;
        }
        Predicate<StoryEvent> which = contacts > 0 ? view.contacts() : Stories::isDeed;
        Set<String> families = new TreeSet<>(view.families(1, which));
        if (open != null) {
            families.addAll(open.value().getFamilies());
        }
        Finding.Level level = Finding.Level.of(Severity.WARNING, families.size(), policy.outletFamilies());
        Supplier<List<AlertEvidence>> evidence = () -> Evidence.joined(
                open == null ? List.of() : open.value().getEvidence(),
                view.evidence(1, which).get());
        return slot.equals(FIRST)
                ? Finding.ofContact(slot, first(level, history, hostility, age), others(history), families, evidence)
                : Finding.of(slot, level, families, evidence);
    }

    /** How much a first contact weighs: of a pair that has not been at odds it is at most INFO. */
    private Finding.Level first(Finding.Level level, @Nullable ContactState history, Hostility hostility, int age) {
        if (isYoung(age)) {
            return Finding.Level.OF_YOUNG_FEED;
        }
        return atOdds(history, hostility) ? level : UNUSUAL;
    }

    /** Whether the two have been in the news without a contact, and mostly since one was hostile. */
    private boolean atOdds(@Nullable ContactState history, Hostility hostility) {
        return others(history) >= policy.contact().others() && hostility.isHostile();
    }

    private @Nullable Slot slot(
            DayView view, @Nullable ContactState history, Hostility hostility, AlertBoard desk, int age) {
        if (desk.open(FIRST) != null) {
            return FIRST;
        }
        if (desk.open(RENEWED) != null) {
            return RENEWED;
        }
        if (age < policy.warmUpDays() || desk.isOpen(STRONGER)) {
            return null;
        }
        if (isYoung(age)) {
            return history == null && expected(view, YEAR) < 1 ? FIRST : null;
        }
        if (view.counts.getContacts() == 0) {
            return null;
        }
        if (history == null || history.getStories() == 0) {
            return isSurprising(view, history, hostility, age) ? FIRST : null;
        }
        return renews(view.day, history) ? RENEWED : null;
    }

    private boolean isYoung(int age) {
        return age < policy.contact().youngDays();
    }

    /** Whether the two have been at odds without a contact, or so many stories without one are improbable, seen or to be expected. */
    private boolean isSurprising(DayView view, @Nullable ContactState history, Hostility hostility, int age) {
        return atOdds(history, hostility)
                || Math.max(others(history), expected(view, age))
                        >= policy.contact().silence();
    }

    private static int others(@Nullable ContactState history) {
        return history == null ? 0 : history.getOthers();
    }

    /** Stories about the pair to be expected in so many days if it were in the news together as chance has it. */
    private double expected(DayView view, int days) {
        return policy.contact().storiesADay() * days * volumes.share(view.pair.first(), view.pair.second());
    }

    private boolean renews(int day, ContactState history) {
        AlertPolicy.Contact contact = policy.contact();
        if (history.getStories() < contact.earlierAtLeast()) {
            return false;
        }
        double meanGap = (double) (history.getLast() - history.getFirst()) / (history.getStories() - 1);
        return day - history.getLast() >= Math.max(contact.gapDays(), contact.gapRatio() * meanGap);
    }

    /** The history with a day added: so many stories, of which so many led a contact. */
    static @Nullable ContactState learn(@Nullable ContactState history, int day, int stories, int contacts) {
        if (stories == 0) {
            return history;
        }
        ContactState before = history == null ? new ContactState(0, 0, 0, 0) : history;
        return new ContactState(
                before.getStories() + contacts,
                before.getStories() == 0 && contacts > 0 ? day : before.getFirst(),
                contacts > 0 ? day : before.getLast(),
                before.getOthers() + stories - contacts);
    }
}
