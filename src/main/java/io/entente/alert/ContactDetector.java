package io.entente.alert;

import io.entente.alert.day.DayView;
import io.entente.alert.day.Evidence;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.ContactState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** FIRST_CONTACT and RENEWED_CONTACT: a material or mutual event between two actors that had none, or none for long. */
final class ContactDetector {
    private static final Slot FIRST = new Slot(AlertKind.FIRST_CONTACT, Slot.Side.PAIR);
    private static final Slot RENEWED = new Slot(AlertKind.RENEWED_CONTACT, Slot.Side.PAIR);

    private final AlertPolicy policy;

    ContactDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** What it finds on a day; null for nothing. An open alert is renewed by any contact. */
    @Nullable
    Finding find(DayView view, @Nullable ContactState history, AlertBoard desk, int age) {
        if (view.counts.getContacts() == 0) {
            return null;
        }
        Slot slot = slot(view.day, history, desk, age);
        if (slot == null) {
            return null;
        }
        AlertDraft open = desk.open(slot);
        if (open != null && view.day - open.opened >= policy.contact().familyDays()) {
            open.renewed = view.day;
            return null;
        }
        Set<String> families = new TreeSet<>(view.families(1, view.contacts()));
        if (open != null) {
            families.addAll(open.value.getFamilies());
        }
        Severity severity = families.size() >= policy.outletFamilies() ? Severity.WARNING : Severity.INFO;
        return Finding.of(
                slot,
                new Finding.Level(severity, severity == Severity.INFO),
                families,
                () -> Evidence.joined(
                        open == null ? List.of() : open.value.getEvidence(),
                        view.evidence(1, view.contacts()).get()));
    }

    private @Nullable Slot slot(int day, @Nullable ContactState history, AlertBoard desk, int age) {
        if (desk.open(FIRST) != null) {
            return FIRST;
        }
        if (desk.open(RENEWED) != null) {
            return RENEWED;
        }
        if (age < policy.warmUpDays()) {
            return null;
        }
        if (history == null) {
            return FIRST;
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

    /** The history with a day added. */
    static @Nullable ContactState learn(@Nullable ContactState history, int day, int contacts) {
        if (contacts == 0) {
            return history;
        }
        return history == null
                ? new ContactState(contacts, day, day)
                : new ContactState(history.getStories() + contacts, history.getFirst(), day);
    }
}
