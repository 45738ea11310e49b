package io.entente.coder.rules.candidate;

import io.entente.actor.ActorMention;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is reported again without its verb: "Peru recalled its envoy from Quito, and Chile from Lima", "Uganda banned Kenyan eggs and Zambia
 * Zimbabwean ones".
 */
public final class GappedEvents {
    private static final Set<String> JOINTS = Set.of("and", ",", ";");
    private static final Set<String> OWNING = Set.of("'s", "’s", "'", "’");

    private final AnnotatedSentence scene;

    public GappedEvents(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** {@code reported}, with what is left to be understood; the names of those left out clauses are not targets of the verb before. */
    public List<CandidateEvent> fill(List<CandidateEvent> reported) {
        List<CandidateEvent> found = new ArrayList<>(2);
        for (CandidateEvent draft : reported) {
            if (draft.status() != Status.DENIED) {
                repeat(draft, reported, found);
            }
        }
        if (found.isEmpty()) {
            return reported;
        }
        List<CandidateEvent> filled = new ArrayList<>(reported);
        filled.removeIf(draft -> found.stream().anyMatch(gap -> misread(draft, gap)));
        filled.addAll(found);
        return filled;
    }

    private static boolean misread(CandidateEvent draft, CandidateEvent gap) {
        ActorMention target = draft.target().mention();
        return draft.first() == gap.first()
                && (target == gap.source().mention() || target == gap.target().mention());
    }

    private void repeat(CandidateEvent draft, List<CandidateEvent> reported, List<CandidateEvent> found) {
        ActorMention target = draft.target().mention();
        for (ActorMention doer : scene.mentions()) {
            boolean after = doer.first() > Math.max(target.last(), draft.last())
                    && JOINTS.contains(scene.lower(doer.first() - 1))
                    && doer.kind() != MentionKind.DEMONYM;
            ActorMention sufferer = after ? parallel(draft, doer) : null;
            if (sufferer != null && !sufferer.code().equals(doer.code()) && verbless(draft.last(), sufferer.last())) {
                add(draft, doer, sufferer, found);
                if (mutual(draft, reported)) {
                    add(draft, sufferer, doer, found);
                }
            }
        }
    }

    private static boolean mutual(CandidateEvent draft, List<CandidateEvent> reported) {
        return reported.stream()
                .anyMatch(d -> d.first() == draft.first()
                        && d.type() == draft.type()
                        && d.source().code().equals(draft.target().code())
                        && d.target().code().equals(draft.source().code()));
    }

    /** The actor who stands to {@code doer} as the target to its verb. */
    private @Nullable ActorMention parallel(CandidateEvent draft, ActorMention doer) {
        String preposition = draft.target().group().preposition();
        int at = doer.last();
        if (preposition != null) {
            if (!word(at).equals(preposition)) {
                return null;
            }
            at += word(at + 1).equals("the") ? 2 : 1;
        } else if (draft.target().mention().kind() != MentionKind.DEMONYM) {
            return null;
        }
        for (ActorMention mention : scene.mentions()) {
            boolean like = preposition != null
                    ? mention.kind() != MentionKind.DEMONYM && !OWNING.contains(word(mention.last()))
                    : mention.kind() == MentionKind.DEMONYM;
            if (mention.first() == at && like) {
                return mention;
            }
        }
        return null;
    }

    private String word(int token) {
        return token < scene.tokens().size() ? scene.lower(token) : "";
    }

    /** Whether no verb stands between two tokens, and none takes what stands there as its subject. */
    private boolean verbless(int first, int last) {
        for (Clause clause : scene.parse().clauses()) {
            NounGroup subject = clause.subject();
            boolean own = subject != null && subject.first() >= first && subject.first() < last;
            if (own || clause.first() >= first && clause.first() < last) {
                return false;
            }
        }
        return true;
    }

    private void add(CandidateEvent draft, ActorMention doer, ActorMention sufferer, List<CandidateEvent> found) {
        NounGroup source = around(doer);
        NounGroup target = around(sufferer);
        if (source != null && target != null) {
            found.add(new CandidateEvent(
                    new Actor(doer, source, true),
                    new Actor(sufferer, target, true),
                    draft.type(),
                    draft.intensity(),
                    draft.status(),
                    draft.severe(),
                    draft.first(),
                    draft.last(),
                    draft.voice(),
                    Rule.GAPPING.grounds(),
                    draft.entries()));
        }
    }

    private @Nullable NounGroup around(ActorMention mention) {
        for (NounGroup group : scene.parse().groups()) {
            if (group.first() <= mention.first() && mention.first() < group.last()) {
                return group;
            }
        }
        return null;
    }
}
