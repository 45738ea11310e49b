package io.entente.coder.rules.discourse;

import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import io.entente.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/** Whether what a noun names happened: "a possible strike on X" did not, nor did what one asks for, announces or denies. */
public final class NounFactuality {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    public NounFactuality(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    /** Whether the noun stands where an act is only asked for, announced or denied. */
    public boolean isUnreal(NounGroup group, @Nullable Clause clause) {
        NounEntry above = group.governor() == null ? null : stage.lexicon().nounOf(scene.head(group.governor()));
        if (above != null && above.has(NounMark.UNDOING) && "of".equals(group.preposition())) {
            return true;
        }
        boolean missing = "without".equals(group.preposition()) && EventTypes.hostile(type(group));
        if (missing || whatever(group) || imagined(group) || clause != null && thought(group, clause)) {
            return true;
        }
        if (clause == null || group == clause.subject()) {
            return false;
        }
        if (EventTypes.force(type(group))
                && stage.lexicon().in(LexiconSet.LAWFUL, clause.lemma())
                && group.preposition() != null) {
            return true; // "was charged with the murder of a Briton"
        }
        boolean asked =
                switch (stage.matcher().operator(clause)) {
                    case URGE, ASK, DEMAND, OFFER -> !clause.passive();
                    case CALL -> "for".equals(group.preposition());
                    case PLAN, PROMISE, THREATEN, VOW, REFUSE, LIFT -> true;
                    default -> false;
                };
        return asked
                || stage.contexts().of(clause).status() == null && !presupposed(group)
                || (clause.negated() || clause.modality() == Modality.FUTURE)
                        && !scene.lower(group.first()).equals("the")
                        && !isOwned(group);
    }

    /** "will reject any offer": there need not be one. */
    public boolean whatever(NounGroup group) {
        return scene.lower(group.first()).equals("any");
    }

    private EventType type(NounGroup group) {
        NounEntry entry = scene.event(group);
        return entry == null ? EventType.STATEMENT : entry.type();
    }

    /** "a possible strike on X", "in the event of an attack", "fears of a war": what may be or was once thought of. */
    private boolean imagined(NounGroup group) {
        NounGroup governor = group.governor();
        boolean of =
                "of".equals(group.preposition()) || FunctionWords.FACED.has(group.preposition()) && indefinite(group);
        if (governor != null && of && stage.lexicon().in(LexiconSet.IMAGINATION, scene.singular(governor.head()))) {
            return true;
        }
        for (int i = group.first(); i < group.head(); i++) {
            if (stage.lexicon().in(LexiconSet.IMAGINED, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * "fear an attack on X", "to deter a strike on X", "an attack on X would start a war", "a raid on X is unlikely": harm that one only
     * thinks of, unless the text points to it as known: "the attack on X would cost it dearly".
     */
    private boolean thought(NounGroup group, Clause clause) {
        if (!EventTypes.hostile(type(group)) || definite(group)) {
            return false;
        }
        boolean awaited = scene.in(LexiconSet.AWAITING, AnnotatedSentence.key(clause));
        if (group != clause.subject()) {
            boolean warned = "of".equals(group.preposition()) && scene.in(LexiconSet.ADVISING, clause.lemma());
            return warned || awaited && (group.preposition() == null || FunctionWords.FACED.has(group.preposition()));
        }
        boolean supposed =
                switch (clause.modality()) {
                    case WOULD -> true;
                    case FUTURE, POSSIBLE -> indefinite(group) && !clause.perfect() && !known(group, clause);
                    case NONE, DUTY -> false;
                };
        return supposed || awaited && clause.passive() || doubted(clause);
    }

    /** "a strike on Friday may …", "a strike that killed ten may …": what has a day or has done something took place. */
    private boolean known(NounGroup group, Clause clause) {
        boolean dated = group.head() < clause.first()
                && scene.parse().classes().subList(group.head(), clause.first()).contains(PartOfSpeech.TIME);
        return dated
                || scene.parse().groups().stream()
                        .filter(other -> other.first() >= group.first() && other.last() <= clause.first())
                        .anyMatch(other -> other.relative() != null);
    }

    private boolean definite(NounGroup group) {
        String opener = scene.lower(group.first());
        return opener.equals("the") || FunctionWords.POINTER.has(opener) || isOwned(group);
    }

    private boolean indefinite(NounGroup group) {
        String opener = scene.lower(group.first());
        return opener.equals("a") || opener.equals("an") || opener.equals("any");
    }

    /** "the British expulsion of Russian diplomats": reported even where one only asks about it. */
    private boolean presupposed(NounGroup group) {
        return scene.lower(group.first()).equals("the")
                && scene.actors(group).stream().anyMatch(a -> a.mention().first() < group.head());
    }

    /** "Dhaka's request". */
    public boolean isOwned(NounGroup group) {
        return scene.actors(group).stream()
                .anyMatch(a -> a.mention().last() < group.head()
                        && scene.lower(a.mention().last()).startsWith("'"));
    }

    /** "the ceasefire has ended", "the first since talks between X and Y collapsed": talks that have just failed were held. */
    public boolean isOver(NounGroup group, NounEntry noun, @Nullable Clause clause) {
        return clause != null
                && ends(group, clause)
                && (noun.type() != EventType.CONSULT || clause.relation() == ClauseRelation.ADVERBIAL);
    }

    /** Whether a clause reports neither the end of its subject nor that it may come: "a war between X and Y is unlikely". */
    public boolean goesOn(NounGroup group, Clause clause) {
        return !doubted(clause) && !ends(group, clause);
    }

    private boolean doubted(Clause clause) {
        return clause.last() < scene.tokens().size()
                && FunctionWords.COPULAR.has(clause.lemma())
                && scene.in(LexiconSet.UNCERTAIN, scene.lower(clause.last()));
    }

    /** "the deal is dead". */
    private boolean over(Clause clause) {
        return clause.last() < scene.tokens().size()
                && FunctionWords.COPULAR.has(clause.lemma())
                && scene.in(LexiconSet.ENDED, scene.lower(clause.last()));
    }

    private boolean ends(NounGroup group, Clause clause) {
        return clause.subject() == group
                && clause.object() == null
                && !clause.negated()
                && (scene.in(LexiconSet.ENDING, AnnotatedSentence.key(clause)) || over(clause));
    }
}
