package io.entente.coder.rules.discourse;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Evidence;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.PatternMatcher;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom an act is aimed at: first what stands in the verb's own place, then what stands elsewhere, then what the words leave out. */
public final class TargetResolver {
    private static final Set<String> ALONG = Set.of("on", "near", "along", "at", "close to");

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final TerritoryResolver territory;

    public TargetResolver(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.territory = new TerritoryResolver(stage);
    }

    /**
     * Those at whom an act is aimed, if any.
     *
     * @param evidence where they were found
     */
    public record Aim(List<Actor> actors, Evidence evidence) {
        public boolean nobody() {
            return actors.isEmpty();
        }
    }

    /** Those whom the clause names; null where its words go to the speaker's own, so that it is not an act between states. */
    @Nullable
    public Aim named(Predicate use, EventType type, Set<String> codes) {
        Clause clause = use.clause();
        List<Actor> targets = roles.targets(clause, use.entry(), codes).stream()
                .filter(target -> type != EventType.REQUEST || !matter(target.group()))
                .filter(target -> !grounded(type) || !beyond(target))
                .filter(target -> type != EventType.ASSAULT || !kept(use, target))
                .filter(target -> EventTypes.force(type) || type == EventType.REJECT || !irregular(target))
                .toList();
        if (targets.isEmpty() && clause.conjoined() && EventTypes.hostile(type) && ownObject(clause, codes)) {
            targets = stage.memory().lastTarget(codes);
        }
        if (!targets.isEmpty()) {
            return new Aim(targets, Evidence.IN_PLACE);
        }
        return addressed(use.entry(), clause) && !codes.isEmpty() ? null : elsewhere(use, type, codes);
    }

    /** What is done near a border is done on this side of it. */
    private static boolean grounded(EventType type) {
        return type == EventType.ASSAULT || type == EventType.COERCE || type == EventType.AID;
    }

    /** "African Union troops killed militants in X": they are there to keep X's peace. */
    private boolean kept(Predicate use, Actor target) {
        return AnnotatedSentence.place(target)
                && !use.sources().isEmpty()
                && use.sources().stream().allMatch(actor -> stage.lexicon().in(LexiconSet.PEACEKEEPING, actor.code()));
    }

    /** "gave weapons to Syrian rebels": whatever goes to those who fight a state does not go to that state. */
    private boolean irregular(Actor target) {
        return target.mention().last() <= target.group().head()
                && stage.lexicon()
                        .in(LexiconSet.IRREGULAR, scene.singular(target.group().head()));
    }

    /** "demanded concessions on Cyprus": what is asked concerns it, but is not asked of it. */
    private static boolean matter(NounGroup group) {
        return group.governor() != null && ("on".equals(group.preposition()) || "over".equals(group.preposition()));
    }

    private Aim elsewhere(Predicate use, EventType type, Set<String> codes) {
        if (fires(use, type)) {
            return new Aim(List.of(), Evidence.ELSEWHERE);
        }
        Aim aim = somewhere(use, type, codes);
        return type == EventType.ASSAULT
                ? new Aim(aim.actors().stream().filter(a -> !beyond(a)).toList(), aim.evidence())
                : aim;
    }

    /** "killed three smugglers on the border with X": no act toward the other side of it. */
    private boolean beyond(Actor actor) {
        NounGroup governor = actor.group().governor();
        return border(actor.group()) || governor != null && border(governor);
    }

    private boolean border(NounGroup group) {
        return group.preposition() != null
                && ALONG.contains(group.preposition())
                && stage.lexicon().in(LexiconSet.FRONTIER, scene.singular(group.head()));
    }

    private Aim somewhere(Predicate use, EventType type, Set<String> codes) {
        Clause clause = use.clause();
        VerbEntry entry = use.entry();
        boolean anywhere = !entry.has(VerbMark.OBJECT);
        List<Actor> targets = anywhere
                ? roles.anywhere(clause, codes).stream()
                        .filter(target -> EventTypes.force(type) || !irregular(target))
                        .toList()
                : List.of();
        Evidence evidence = anywhere ? Evidence.ELSEWHERE : Evidence.IN_PLACE;
        if (targets.isEmpty() && (entry.has(VerbMark.THIRD) || mediates(clause))) {
            targets = entry.id().equals("broker")
                    ? first(stage.memory().parties(codes), stage.memory().quarrel(codes))
                    : first(stage.memory().quarrel(codes), stage.memory().parties(codes));
        }
        boolean leaves = type == EventType.RETREAT && clause.object() == null;
        if (targets.isEmpty() && (leaves || reachesDown(entry, type))) {
            targets = roles.below(clause, codes, EventTypes.force(type));
            evidence = Evidence.ELSEWHERE;
        }
        if (targets.isEmpty() && type == EventType.MOBILIZE) {
            targets = roles.border(clause, codes);
        }
        if (targets.isEmpty()
                && type == EventType.ASSAULT
                && use.sources().stream().anyMatch(Actor::direct)
                && use.sources().stream()
                        .noneMatch(actor -> stage.lexicon().in(LexiconSet.PEACEKEEPING, actor.code()))) {
            targets = territory.of(clause, codes);
            evidence = Evidence.ELSEWHERE;
        }
        return new Aim(targets, evidence);
    }

    /** The target that the words leave out: the accuser, the speaker, the other side of the verb before or of the quarrel. */
    public Aim implied(Predicate use, EventType type, Set<String> codes) {
        return new Aim(leftOut(use, type, codes), Evidence.IMPLIED);
    }

    private List<Actor> leftOut(Predicate use, EventType type, Set<String> codes) {
        Factuality context = use.context();
        if (use.entry().has(VerbMark.THIRD)) {
            return Actor.without(enclosing(use.clause()), codes);
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
        List<Actor> counterpart = Actor.without(context.counterpart(), codes);
        boolean reported = context.status() == Status.REPORTED;
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
        if (codes.isEmpty() || !EventTypes.hostile(type) && !demanding) {
            return List.of();
        }
        if (demanding) {
            return stage.memory().opponent(codes);
        }
        if (context.said()
                && !fires(use, type)
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
        return domestic ? List.of() : stage.memory().opponent(codes);
    }

    /** "according to X": a mere source is not a victim. */
    private boolean sourced(Factuality context) {
        Set<String> speakers = Actor.codes(context.voice().actors());
        return scene.parse().groups().stream()
                .anyMatch(group -> "according to".equals(group.preposition())
                        && scene.actors(group).stream().anyMatch(actor -> speakers.contains(actor.code())));
    }

    /** A missile that is fired at nobody concerns nobody, even if a neighbour tells it. */
    private boolean fires(Predicate use, EventType type) {
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
                        || !stage.drafts().all().isEmpty())
                && scene.pointsBack(moved)
                && scene.actors(moved).isEmpty();
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
                    && stage.matcher().entries(clause).stream().anyMatch(e -> e.type() != null && answers(e.type()));
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
    private boolean ownObject(Clause clause, Set<String> codes) {
        return clause.object() != null
                && Actor.codes(scene.actors(clause.object())).equals(codes);
    }

    private boolean mediates(Clause clause) {
        for (Clause child : stage.childrenOf(clause)) {
            for (VerbEntry entry : stage.matcher().entries(child)) {
                if (entry.has(VerbMark.THIRD)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the words go to somebody of the speaker's own: "warned its citizens". */
    private boolean addressed(VerbEntry entry, Clause clause) {
        boolean speaks = entry.operator() == VerbClass.WARN
                || entry.operator() == VerbClass.URGE
                || entry.operator() == VerbClass.DEMAND;
        return speaks
                && clause.object() != null
                && !scene.actors(clause.object()).isEmpty();
    }

    private static boolean reachesDown(VerbEntry entry, EventType type) {
        boolean governs =
                switch (entry.operator()) {
                    case WARN, THREATEN, DEMAND, OFFER, ADMIT -> true;
                    default -> false;
                };
        return governs
                || entry.has(VerbMark.BELOW)
                || type == EventType.MOBILIZE
                || type == EventType.ASSAULT
                || type == EventType.PROTEST;
    }
}
