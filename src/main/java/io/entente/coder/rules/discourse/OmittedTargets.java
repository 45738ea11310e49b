package io.entente.coder.rules.discourse;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** The target that a clause leaves out: the accuser, the speaker, the other side of the verb before or of the quarrel. */
final class OmittedTargets {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;

    OmittedTargets(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
    }

    List<Actor> of(Predicate use, EventType type, Set<String> codes) {
        Factuality context = use.context();
        if (fires(use, type)) {
            return List.of();
        }
        if (use.entry().has(VerbMark.THIRD)) {
            return Actor.without(enclosing(use.clause()), codes);
        }
        List<Actor> likewise = use.entry().has(VerbMark.RECALL) ? stage.memory().hit(type, codes) : List.of();
        if (!likewise.isEmpty()) {
            return likewise;
        }
        Clause above = use.clause().parent();
        if (type == EventType.AID
                && use.clause().passive()
                && above != null
                && use.clause().relation() == ClauseRelation.RELATIVE) {
            return Actor.without(scene.agents(above.subject()), codes);
        }
        boolean hanging = use.clause().relation() == ClauseRelation.ADVERBIAL
                || use.clause().relation() == ClauseRelation.RELATIVE;
        if (hanging && EventTypes.hostile(type) && !ownObject(use.clause(), codes)) {
            List<Actor> answering = stage.memory().answering(codes);
            if (!answering.isEmpty()) {
                return answering;
            }
        }
        if (type == EventType.REQUEST && use.clause().relation() == ClauseRelation.RELATIVE) {
            List<Actor> answering = answerers(use.clause(), codes);
            if (!answering.isEmpty()) {
                return answering;
            }
        }
        List<Actor> authors = answers(type) ? authors(use.clause(), codes) : List.of();
        if (!authors.isEmpty()) {
            return authors;
        }
        boolean reported = context.status() == Status.REPORTED;
        List<Actor> counterpart = Actor.without(context.counterpart(), codes).stream()
                .filter(accuser -> !reported || !spared(use, type, accuser))
                .toList();
        if (!counterpart.isEmpty() && (!reported || EventTypes.hostile(type))) {
            return counterpart;
        }
        if (reported && context.counterpart().isEmpty()) {
            return List.of();
        }
        boolean aimless = use.clause().object() == null || use.entry().pattern() || type == EventType.REQUEST;
        if (aimless
                && (use.clause().conjoined() && !EventTypes.force(type)
                        || use.status() == Status.INTENDED && EventTypes.hostile(type))) {
            List<Actor> shared = stage.memory().lastTarget(codes);
            if (!shared.isEmpty()) {
                return shared;
            }
        }
        if (answersMove(use, type) && !codes.isEmpty()) {
            return first(stage.memory().lastNamed(codes, EventTypes.hostile(type)), mover(use.clause(), codes));
        }
        boolean demanding =
                use.entry().operator() == VerbClass.DEMAND && use.clause().object() != null;
        if (type == EventType.CONCEDE && use.clause().object() == null) {
            return stage.memory().antecedents().wronged(codes);
        }
        if (codes.isEmpty() || !EventTypes.hostile(type) && !demanding) {
            return List.of();
        }
        if (demanding) {
            return stage.memory().opponent(codes);
        }
        if (context.said()
                && !sourced(context)
                && EventTypes.force(type)
                && !codes.containsAll(Actor.codes(context.voice().actors()))) {
            return Actor.without(context.voice().actors(), codes);
        }
        NounGroup gap = PatternMatcher.gap(use.clause());
        boolean pointing =
                use.entry().operator() == VerbClass.CONDEMN || use.entry().operator() == VerbClass.REJECT;
        if (pointing
                && (gap != null
                        || use.clause().object() == null
                        || scene.pointsBack(use.clause().object()))) {
            return first(stage.memory().lastNamed(codes, true), mover(use.clause(), codes));
        }
        boolean domestic = use.entry().has(VerbMark.OBJECT)
                || use.clause().object() != null && !use.entry().pattern();
        if (type == EventType.ACCUSE
                && scene.in(LexiconSet.REACTING, use.clause().lemma())) {
            return first(stage.memory().opponent(codes), stage.memory().lastNamed(codes, true)); // "reacted with fury"
        }
        return domestic ? List.of() : stage.memory().opponent(codes);
    }

    /** "X accuses Y of jailing protesters", "the UN accuses Y of shelling a market": an accuser to whom it is not done. */
    private boolean spared(Predicate use, EventType type, Actor accuser) {
        return accuser.mention().actorKind() == ActorKind.BLOC
                || type == EventType.COERCE
                        && use.clause().object() != null
                        && stage.lexicon().in(LexiconSet.CUSTODY, use.clause().lemma());
    }

    /** "according to X": a mere source is not a victim. */
    private boolean sourced(Factuality context) {
        Set<String> speakers = Actor.codes(context.voice().actors());
        return scene.parse().groups().stream()
                .anyMatch(group -> "according to".equals(group.preposition())
                        && scene.actors(group).stream().anyMatch(actor -> speakers.contains(actor.code())));
    }

    /** A missile that is fired at nobody concerns nobody, even if a neighbour reports it. */
    boolean fires(Predicate use, EventType type) {
        NounGroup object =
                use.clause().passive() ? use.clause().subject() : use.clause().object();
        return type == EventType.MOBILIZE
                && object != null
                && stage.lexicon().in(LexiconSet.WEAPON, scene.singular(object.head()));
    }

    /** "a step applauded by X", "X welcomed the decision": the answer goes to who took the step. */
    private boolean answersMove(Predicate use, EventType type) {
        Clause clause = use.clause();
        NounGroup gap = PatternMatcher.gap(clause);
        NounGroup moved = gap != null ? gap : clause.passive() ? clause.subject() : clause.object();
        return answers(type)
                && moved != null
                && (clause.relation() == ClauseRelation.RELATIVE
                        || !stage.drafts().all().isEmpty()
                        || clause.relation() == ClauseRelation.MAIN)
                && scene.pointsBack(moved)
                && scene.actors(moved).isEmpty();
    }

    private static boolean answers(EventType type) {
        return switch (type) {
            case SUPPORT, ACCUSE, REJECT, AGREE, CONCEDE -> true;
            default -> false;
        };
    }

    private List<Actor> authors(Clause clause, Set<String> codes) {
        NounGroup answered = clause.passive() ? clause.subject() : clause.object();
        return answered == null ? List.of() : roles.authors(answered, codes);
    }

    /** "A plan proposed by X was accepted by Y": who answers what X proposed. */
    private List<Actor> answerers(Clause proposal, Set<String> codes) {
        for (Clause clause : scene.parse().clauses()) {
            boolean answers = clause != proposal
                    && proposal.antecedent() != null
                    && (clause.passive() ? clause.subject() : clause.object()) == proposal.antecedent()
                    && (scene.in(LexiconSet.ENACTING, clause.lemma())
                            || stage.matcher().entries(clause).stream()
                                    .anyMatch(e -> e.type() != null && answers(e.type())));
            if (answers) {
                return Actor.without(
                        clause.passive() ? roles.after(clause, "by") : scene.agents(clause.subject()), codes);
            }
        }
        return List.of();
    }

    /** The actors of the clauses around a clause: the parties to "a deal brokered by X". */
    private List<Actor> enclosing(Clause clause) {
        Clause at = clause.parent();
        for (int i = 0; at != null && i < 6; i++) {
            List<Actor> subject = scene.agents(at.subject());
            if (subject.size() > 1) {
                return subject;
            }
            at = at.parent();
        }
        return List.of();
    }

    /** "cut ties with X and withdrew its envoy": the object is the subject's own. */
    boolean ownObject(Clause clause, Set<String> codes) {
        return clause.object() != null
                && Actor.codes(scene.actors(clause.object())).equals(codes);
    }

    /** Who took the step that is answered, though it was aimed at nobody: "X announced a new base, a move that Y opposes". */
    private List<Actor> mover(Clause answer, Set<String> codes) {
        List<Actor> found = List.of();
        for (Clause clause : scene.parse().clauses()) {
            boolean earlier = clause.verb() < answer.verb() && clause != answer && clause.subject() != null;
            List<Actor> subject = earlier ? Actor.without(scene.agents(clause.subject()), codes) : List.of();
            found = subject.isEmpty() ? found : subject;
        }
        return found;
    }
}
