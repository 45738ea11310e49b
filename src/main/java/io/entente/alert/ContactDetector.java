package io.entente.alert;

import io.entente.alert.day.DayView;
import io.entente.alert.day.Evidence;
import io.entente.alert.day.Stories;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.ContactState;
import io.entente.avro.state.StoryEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * FIRST_CONTACT and RENEWED_CONTACT: a friendly deed or a mutual act between two actors that had none, or none for long, where that is
 * surprising: they have been in the news together often without one. While the feed is young the first deed of a new pair is noted, too, at INFO.
 */
final class ContactDetector {
    private static final Slot FIRST = new Slot(AlertKind.FIRST_CONTACT, Slot.Side.PAIR);
    private static final Slot RENEWED = new Slot(AlertKind.RENEWED_CONTACT, Slot.Side.PAIR);

    /** What says more of the same day. */
    private static final Set<AlertKind> STRONGER = Set.of(AlertKind.SEVERE_EVENT, AlertKind.BREAKTHROUGH);

    private final AlertPolicy policy;

    ContactDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** What it finds on a day; null for nothing. An open alert is renewed by any contact. */
    @Nullable
    Finding find(DayView view, @Nullable ContactState history, AlertBoard desk, int age) {
        int contacts = view.counts.getContacts();
        if (contacts + view.counts.getDeeds() == 0) {
            return null;
        }
        Slot slot = slot(view.day, contacts, history, desk, age);
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
        boolean cap = slot.equals(FIRST) && age < policy.contact().youngDays();
        return Finding.of(
                slot,
                AlertWriter.capped(Finding.Level.of(Severity.WARNING, families.size(), policy.outletFamilies()), cap),
                families,
                () -> Evidence.joined(
                        open == null ? List.of() : open.value().getEvidence(),
                        view.evidence(1, which).get()));
    }

    private @Nullable Slot slot(int day, int contacts, @Nullable ContactState history, AlertBoard desk, int age) {
        if (desk.open(FIRST) != null) {
            return FIRST;
        }
        if (desk.open(RENEWED) != null) {
            return RENEWED;
        }
        if (age < policy.warmUpDays() || desk.isOpen(STRONGER)) {
            return null;
        }
        boolean young = age < policy.contact().youngDays();
        if (history == null) {
            return young ? FIRST : null;
        }
        if (contacts == 0) {
            return null;
        }
        if (history.getStories() == 0) {
            return !young && history.getOthers() >= policy.contact().others() ? FIRST : null;
        }
        return renews(day, history) ? RENEWED : null;
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
