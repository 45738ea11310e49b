package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;

/** What type an act is of where its verb alone does not decide: a warning or a request, an accusation or a trial, a threat or help. */
final class ContextualTypes {
    private final SentenceCodingState stage;
    private final PurposeClauses purposes;
    private final AllegationCoder allegations;

    ContextualTypes(SentenceCodingState stage, PurposeClauses purposes, AllegationCoder allegations) {
        this.stage = stage;
        this.purposes = purposes;
        this.allegations = allegations;
    }

    /** The type of an act of {@code type} that goes to {@code targets}. */
    EventType of(Predicate use, EventType type, List<Actor> targets) {
        if (purposes.threatens(use)) {
            return EventType.THREATEN;
        }
        return switch (type) {
            case THREATEN -> warning(use);
            case ACCUSE -> prosecutes(use, targets) ? EventType.COERCE : type;
            case MOBILIZE -> lends(use, targets) || invited(use, targets) ? EventType.AID : type;
            case ASSAULT -> invited(use, targets) ? EventType.AID : type;
            case COERCE -> !targets.isEmpty() && targets.stream().allMatch(this::fugitive) ? EventType.COOPERATE : type;
            default -> type;
        };
    }

    /** "warned of X's meddling" blames, "warned X against talks" and "warned X not to …" ask for something. */
    private EventType warning(Predicate use) {
        if (allegations.airs(use.clause())) {
            return EventType.ACCUSE;
        }
        boolean warns = use.entry().operator() == VerbClass.WARN;
        return warns && dissuades(use.clause()) ? EventType.REQUEST : EventType.THREATEN;
    }

    private boolean dissuades(Clause clause) {
        return clause.arguments().stream().anyMatch(argument -> "against".equals(argument.preposition()))
                || stage.childrenOf(clause).stream()
                        .anyMatch(child -> child.relation() == ClauseRelation.INFINITIVE && child.negated()
                                || child.relation() == ClauseRelation.GERUND && "against".equals(child.introducer()));
    }

    /** "charged two Kenyans with spying": who puts another state's people on trial lays hands on them. */
    private boolean prosecutes(Predicate use, List<Actor> targets) {
        return stage.lexicon().in(LexiconSet.LAWFUL, use.clause().lemma())
                && !targets.isEmpty()
                && targets.stream().noneMatch(ContextualTypes::state);
    }

    /** Whether the words name the state itself or those who lead it. */
    private static boolean state(Actor actor) {
        MentionKind kind = actor.mention().kind();
        NounGroup group = actor.group();
        boolean named = kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.BLOC;
        return named && actor.mention().last() > group.head() || kind == MentionKind.INSTITUTION;
    }

    /** "arrested a Kenyan fugitive": for his own state. */
    private boolean fugitive(Actor actor) {
        for (int i = actor.group().first(); i < actor.group().last(); i++) {
            if (stage.scene().contains(actor.group())
                    && stage.scene().singular(i).equals("fugitive")) {
                return true;
            }
        }
        return false;
    }

    /** "sent 200 soldiers to X": to a state, not to its border, they go to help. */
    private boolean lends(Predicate use, List<Actor> targets) {
        NounGroup sent =
                use.clause().passive() ? use.clause().subject() : use.clause().object();
        return sent != null
                && stage.lexicon().in(LexiconSet.FORCES, stage.scene().singular(sent.head()))
                && !targets.isEmpty()
                && targets.stream().allMatch(ContextualTypes::ground);
    }

    /** "crossed into X at the request of its government", "entered X to protect its parliament": they come to help. */
    private boolean invited(Predicate use, List<Actor> targets) {
        Clause clause = use.clause();
        boolean moves = clause.object() == null
                || !stage.scene().actors(clause.object()).isEmpty();
        boolean asked = clause.arguments().stream()
                .anyMatch(argument -> "at".equals(argument.preposition())
                        && stage.lexicon().in(LexiconSet.WISHING, stage.scene().singular(argument.head())));
        return asked
                || moves
                        && stage.childrenOf(clause).stream()
                                .anyMatch(child -> child.relation() == ClauseRelation.INFINITIVE
                                        && (restores(child) || helps(child, targets)));
    }

    /** "to restore order". */
    private boolean restores(Clause clause) {
        NounGroup object = clause.object();
        return object != null
                && (clause.lemma().equals("restore") || clause.lemma().equals("keep"))
                && stage.lexicon().in(LexiconSet.ORDER, stage.scene().singular(object.head()));
    }

    private boolean helps(Clause clause, List<Actor> targets) {
        return stage.lexicon().in(LexiconSet.HELPING, clause.lemma())
                && Actor.codes(targets).containsAll(Actor.codes(stage.scene().agents(clause.object())))
                && !stage.scene().agents(clause.object()).isEmpty();
    }

    private static boolean ground(Actor actor) {
        String preposition = actor.group().preposition();
        return ("to".equals(preposition) || "in".equals(preposition) || "into".equals(preposition))
                && actor.mention().kind() == MentionKind.COUNTRY
                && actor.mention().last() == actor.group().last()
                && actor.mention().first() <= actor.group().first() + 1;
    }
}
