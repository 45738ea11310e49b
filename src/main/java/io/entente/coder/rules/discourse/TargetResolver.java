package io.entente.coder.rules.discourse;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
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
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final TerritoryResolver territory;
    private final OmittedTargets omitted;

    public TargetResolver(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.territory = new TerritoryResolver(stage);
        this.omitted = new OmittedTargets(stage);
    }

    /**
     * Those at whom an act is aimed, if any.
     *
     * @param evidence where they were found
     */
    public record Aim(List<Actor> actors, EvidenceGrade evidence) {
        public boolean nobody() {
            return actors.isEmpty();
        }
    }

    /** Those whom the clause names; null where its words go to the speaker's own, so that it is not an act between states. */
    @Nullable
    public Aim named(Predicate use, EventType type, Set<String> codes) {
        Clause clause = use.clause();
        List<Actor> targets = aimed(use, codes).stream()
                .filter(target -> type != EventType.REQUEST || !matter(target.group()))
                .filter(target ->
                        !grounded(type) && !(type == EventType.MOBILIZE && fightsGroup(clause)) || !beyond(target))
                .filter(target -> type != EventType.ASSAULT || !kept(use, target))
                .filter(target -> type != EventType.COERCE
                        || !"outside".equals(target.group().preposition()))
                .filter(target -> EventTypes.force(type) || type == EventType.REJECT || !irregular(target))
                .toList();
        if (targets.isEmpty() && clause.conjoined() && EventTypes.hostile(type) && omitted.ownObject(clause, codes)) {
            targets = stage.memory().lastTarget(codes);
        }
        if (!targets.isEmpty()) {
            return new Aim(targets, EvidenceGrade.IN_PLACE);
        }
        return addressed(use.entry(), clause) && !codes.isEmpty() ? null : elsewhere(use, type, codes);
    }

    /** Whom the verb's own place names; a veto hits those who tabled the draft rather than the council in which they did so. */
    private List<Actor> aimed(Predicate use, Set<String> codes) {
        NounGroup draft = use.clause().object();
        List<Actor> authors = draft != null
                        && stage.lexicon().in(LexiconSet.VETOING, use.clause().lemma())
                ? first(roles.authors(draft, codes), drafters(draft, codes))
                : List.of();
        return authors.isEmpty() ? roles.targets(use.clause(), use.entry(), codes) : authors;
    }

    /** "a French-drafted resolution". */
    private List<Actor> drafters(NounGroup draft, Set<String> codes) {
        return Actor.without(scene.actors(draft), codes).stream()
                .filter(actor -> actor.mention().last() + 1 < draft.head()
                        && scene.lower(actor.mention().last()).equals("-"))
                .toList();
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
        if (omitted.fires(use, type)) {
            return new Aim(List.of(), EvidenceGrade.ELSEWHERE);
        }
        Aim aim = somewhere(use, type, codes);
        return grounded(type)
                ? new Aim(
                        aim.actors().stream()
                                .filter(a -> !beyond(a) && !a.code().equals("UNO"))
                                .toList(),
                        aim.evidence())
                : aim;
    }

    /** "killed three smugglers on the border with X": no act toward the other side of it. */
    private boolean beyond(Actor actor) {
        NounGroup governor = actor.group().governor();
        return border(actor.group()) || governor != null && (border(governor) || shore(governor)) || between(actor);
    }

    /** "rescued sailors off the coast of X". */
    private boolean shore(NounGroup group) {
        return "off".equals(group.preposition()) && scene.head(group).equals("coast");
    }

    /** "on the Chad–Sudan border": the second name of a line between two. */
    private boolean between(Actor actor) {
        int dash = actor.mention().first() - 1;
        return dash > 0
                && (scene.lower(dash).equals("–") || scene.lower(dash).equals("-"))
                && stage.lexicon()
                        .in(LexiconSet.FRONTIER, scene.singular(actor.group().head()));
    }

    private boolean border(NounGroup group) {
        return FunctionWords.ALONG_BORDER.has(group.preposition())
                && stage.lexicon().in(LexiconSet.FRONTIER, scene.singular(group.head()));
    }

    private Aim somewhere(Predicate use, EventType type, Set<String> codes) {
        Clause clause = use.clause();
        VerbEntry entry = use.entry();
        boolean aside = entry.has(VerbMark.THIRD) && clause.relation() == ClauseRelation.RELATIVE;
        boolean anywhere = !entry.has(VerbMark.OBJECT) && !aside;
        List<Actor> targets = anywhere
                ? roles.anywhere(clause, codes).stream()
                        .filter(target -> EventTypes.force(type) || !irregular(target))
                        .filter(target -> !target.code().equals("UNO"))
                        .toList()
                : List.of();
        EvidenceGrade evidence = anywhere ? EvidenceGrade.ELSEWHERE : EvidenceGrade.IN_PLACE;
        if (targets.isEmpty() && (entry.has(VerbMark.THIRD) || mediates(clause))) {
            targets = entry.id().equals("broker")
                    ? first(stage.memory().parties(codes), stage.memory().quarrel(codes))
                    : first(stage.memory().quarrel(codes), stage.memory().parties(codes));
        }
        boolean leaves = type == EventType.RETREAT && (clause.object() == null || restricts(clause.object()));
        if (targets.isEmpty() && (leaves || reachesDown(entry, type) && !(type == EventType.ASSAULT && police(use)))) {
            targets = roles.below(clause, codes, EventTypes.force(type));
            evidence = EvidenceGrade.ELSEWHERE;
        }
        if (targets.isEmpty() && type == EventType.MOBILIZE && !fightsGroup(clause)) {
            targets = roles.border(clause, codes);
        }
        if (targets.isEmpty()
                && type == EventType.ASSAULT
                && use.sources().stream().anyMatch(Actor::direct)
                && use.sources().stream()
                        .noneMatch(actor -> stage.lexicon().in(LexiconSet.PEACEKEEPING, actor.code()))) {
            targets = territory.of(clause, codes);
            evidence = EvidenceGrade.ELSEWHERE;
        }
        return new Aim(targets, evidence);
    }

    /** "launched an offensive against militants near the border with X": it is not aimed at X. */
    private boolean fightsGroup(Clause clause) {
        return scene.parse().groups().stream()
                .anyMatch(group -> "against".equals(group.preposition())
                        && group.first() > clause.verb()
                        && (stage.lexicon().in(LexiconSet.IRREGULAR, scene.singular(group.head()))
                                || scene.actors(group).stream()
                                        .anyMatch(actor -> actor.mention().actorKind() == ActorKind.ARMED_GROUP)));
    }

    /**
     * The target that the words leave out: the accuser, the speaker, the other side of the verb before or of the quarrel. A bloc that
     * tells of force is not hit by it: "the United Nations says that X's army keeps shelling hospitals".
     */
    public Aim implied(Predicate use, EventType type, Set<String> codes) {
        List<Actor> left =
                type == EventType.ASSAULT && ownPeople(use.clause()) ? List.of() : omitted.of(use, type, codes);
        left = left.stream()
                .filter(actor -> type != EventType.ASSAULT || actor.mention().actorKind() != ActorKind.BLOC)
                .toList();
        return new Aim(left, EvidenceGrade.IMPLIED);
    }

    /** "The police shot a man who planned to attack X's embassy": what suspects planned is not a target of the police. */
    private boolean police(Predicate use) {
        return !use.sources().isEmpty()
                && use.sources().stream()
                        .allMatch(actor -> scene.contains(actor.group())
                                && scene.singular(actor.group().head()).equals("police"));
    }

    /** "is waging war against its own citizens". */
    private boolean ownPeople(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            for (int i = argument.first(); i < argument.head(); i++) {
                if (scene.lower(i).equals("own")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "lifted their bans on buying from X": whom they hit stands after the noun. */
    private boolean restricts(NounGroup object) {
        NounEntry noun = scene.event(object);
        return noun != null && noun.type() == EventType.SANCTION;
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
