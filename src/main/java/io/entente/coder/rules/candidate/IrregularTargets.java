package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/**
 * Acts toward somebody of a state that are none toward that state. Those who fight it or want to replace its government: "lifted its ban
 * on arming Kenyan rebels", "stopped the funding of the Kenyan opposition"; force on its ground is one, and so is mediation between the
 * two. Its firms: "agreed to buy a Kenyan retailer". Those who have fled from it, or seek an office in it. And what is only named after
 * it: "defended its Kenya policy".
 */
public final class IrregularTargets {
    private static final Set<String> OWNING = Set.of("'s", "’s", "'", "’");

    private final AnnotatedSentence scene;

    public IrregularTargets(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** The candidates without those whose target is named only to say whose rebels or opposition are meant. */
    public List<CandidateEvent> drop(List<CandidateEvent> found) {
        return found.stream()
                .filter(event -> !scene.contains(event.target().group())
                        || !irregular(event)
                                && !firm(event.type(), event.target())
                                && !refugees(event)
                                && !candidate(event)
                                && !(event.type() == EventType.SUPPORT && scene.topic(event.target())))
                .toList();
    }

    /** "agreed to buy a Kenyan retailer": a firm is not its state, except for those who do it harm. */
    private boolean firm(EventType type, Actor target) {
        boolean counts = EventTypes.hostile(type) || target.mention().kind() != MentionKind.DEMONYM;
        for (int i = target.mention().last(); i <= target.group().head() && !counts; i++) {
            if (scene.in(LexiconSet.FIRM, scene.singular(i))) {
                return true;
            }
        }
        return false;
    }

    /** "will help 300 Kenyan refugees", but not "took in 300 Kenyan refugees". */
    private boolean refugees(CandidateEvent event) {
        return !EventTypes.hostile(event.type())
                && event.type() != EventType.RETREAT
                && event.entries().stream().noneMatch(verb -> scene.in(LexiconSet.ADMITTING, verb))
                && event.target().mention().kind() != MentionKind.REFERENCE
                && scene.in(
                        LexiconSet.REFUGEE,
                        scene.singular(event.target().group().head()));
    }

    /** "blamed the Kenyan candidate J. Doe": who seeks an office has none; but "backed Kenya's candidate for the bank". */
    private boolean candidate(CandidateEvent event) {
        Actor target = event.target();
        int next = target.mention().last();
        boolean own = next < scene.tokens().size() && OWNING.contains(scene.lower(next));
        for (int i = next; i <= target.group().head() && !own; i++) {
            if (scene.in(LexiconSet.CANDIDATE, scene.singular(i))) {
                return !EventTypes.force(event.type());
            }
        }
        return false;
    }

    private boolean irregular(CandidateEvent event) {
        boolean counts =
                EventTypes.force(event.type()) || event.type() == EventType.REJECT || event.type() == EventType.CONSULT;
        int next = event.target().mention().last();
        int head = event.target().group().head();
        boolean whose = next < scene.tokens().size() && scene.in(LexiconSet.IRREGULAR, scene.singular(next));
        return !counts
                && (whose
                        || next <= head && scene.in(LexiconSet.IRREGULAR, scene.singular(head))
                        || !EventTypes.hostile(event.type()) && within(event.target()));
    }

    /** "sent guns to rebels in X". */
    private boolean within(Actor place) {
        boolean beside = place.mention().first() >= place.group().last();
        NounGroup group = beside ? place.group() : place.group().governor();
        for (int i = group == null ? 0 : group.first(); group != null && i <= group.head(); i++) {
            if (scene.in(LexiconSet.IRREGULAR, scene.singular(i))) {
                return true;
            }
        }
        return false;
    }
}
