package io.entente.coder.rules.clause;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who acts and who is acted upon in a noun that names an act: "Peru's criticism of the Venezuelan vote". */
public final class NounRoles {
    private static final int DEPTH = 3;

    private final AnnotatedSentence scene;

    public NounRoles(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** "In the hope of restarting talks between X and Y", "no reason for a summit", "terms for talks": they are only thought of. */
    public boolean wished(NounGroup group, @Nullable Clause clause) {
        NounGroup above = group.governor();
        for (int i = 0; above != null && i < DEPTH; i++) {
            if (scene.in(LexiconSet.WISH, scene.singular(above.head()))) {
                return true;
            }
            above = above.governor();
        }
        NounGroup noun = clause == null ? null : clause.parentNoun();
        return noun != null && scene.in(LexiconSet.WISH, scene.singular(noun.head()));
    }

    /** Whether the group says that several do it together: "joint exercises". */
    public boolean joint(NounGroup group) {
        for (int i = group.first(); i < group.last(); i++) {
            if (scene.in(LexiconSet.JOINT, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Those who act: before the noun, after "by" or "from", or after "of" where the noun has it so. */
    public List<Actor> agents(NounGroup group, NounEntry noun) {
        List<Actor> found = new ArrayList<>(2);
        boolean byOthers = EventTypes.force(noun.type())
                && group.modifiers().stream()
                        .anyMatch(modifier -> "by".equals(modifier.preposition())); // "its capture by rebels"
        if (!scene.agentive(group) && !byOthers) {
            for (Actor actor : scene.actors(group)) {
                boolean before = actor.mention().first() >= group.first() - 1
                        && actor.mention().first() < group.head();
                boolean conjunct = actor.group() != group
                        && (actor.mention().last() <= actor.group().head() || adjective(actor));
                if (actor.mention().confidence() >= 0.6
                        && (before || conjunct)
                        && inside(actor, group)
                        && !scenery(actor, group, noun)) {
                    found.add(actor);
                }
            }
        }
        for (NounGroup modifier : chain(group)) {
            String preposition = modifier.preposition();
            boolean agent = preposition != null
                    && (FunctionWords.NOUN_AGENT.has(preposition)
                                    && !(preposition.equals("from")
                                            && (noun.slots().contains("from") || originates(modifier)))
                            || preposition.equals("of") && noun.ofAgent() && modifier.governor() == group);
            if (agent && found.isEmpty()) {
                found.addAll(scene.agents(modifier));
            }
        }
        for (NounGroup argument : found.isEmpty() ? told(group) : List.<NounGroup>of()) {
            if ("by".equals(argument.preposition())) {
                found.addAll(scene.agents(argument));
            }
        }
        return found;
    }

    /** "the Kenyan and Ugandan raids": the first of two adjectives stands alone. */
    private static boolean adjective(Actor actor) {
        return actor.mention().kind() == MentionKind.DEMONYM
                && !"people".equals(actor.mention().role());
    }

    /** "the killing of a man from X": whence somebody is. */
    private boolean originates(NounGroup origin) {
        NounGroup governor = origin.governor();
        return governor != null
                && (scene.person(governor)
                        || scene.in(LexiconSet.CIVILIAN, scene.singular(governor.head()))
                        || scene.actors(governor).stream()
                                .anyMatch(actor -> actor.group() == governor
                                        && actor.mention().kind() == MentionKind.DEMONYM
                                        && governor.head() < actor.mention().last()));
    }

    /** "Mali blasts", "a Baghdad rocket attack": the name of a place before a violent act says where it was, not whose. */
    private boolean scenery(Actor actor, NounGroup group, NounEntry noun) {
        if (noun.type() == EventType.CONSULT && noun.mutual()) {
            return town(actor) && scene.placeName(actor.mention()); // "the Vienna talks"
        }
        if (!EventTypes.force(noun.type())) {
            return false;
        }
        boolean victim =
                scene.in(LexiconSet.PREMISES, scene.lower(actor.mention().last() - 1));
        return victim
                || scene.placeName(actor.mention())
                        && (town(actor)
                                || targets(group, noun, Set.of(actor.code())).isEmpty());
    }

    private static boolean town(Actor actor) {
        return actor.mention().kind() == MentionKind.OTHER || actor.mention().kind() == MentionKind.CAPITAL;
    }

    /** What stands after a participle that describes the noun: "sanctions imposed on X by Y". */
    private static List<NounGroup> told(NounGroup group) {
        Clause clause = group.relative();
        return clause != null && clause.passive() && !clause.finite() ? clause.arguments() : List.of();
    }

    private static boolean inside(Actor actor, NounGroup group) {
        if (actor.mention().first() >= group.first() - 1 && actor.mention().last() <= group.last()) {
            return true;
        }
        for (NounGroup conjunct : group.conjuncts()) {
            if (actor.mention().first() >= conjunct.first() && actor.mention().last() <= conjunct.last()) {
                return true;
            }
        }
        return false;
    }

    /** Those acted upon, after the noun's prepositions. */
    public List<Actor> targets(NounGroup group, NounEntry noun, Set<String> agents) {
        List<NounGroup> chain = chain(group);
        for (String slot : noun.slots()) {
            for (NounGroup modifier : chain) {
                if (slot.equals(modifier.preposition()) && !(slot.equals("of") && noun.ofAgent())) {
                    List<Actor> found = scene.nearest(modifier, agents, slot.equals("in") || slot.equals("inside"));
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        for (NounGroup argument : told(group)) {
            if (noun.slots().contains(String.valueOf(argument.preposition()))) {
                List<Actor> found = scene.nearest(argument, agents, false);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** "the sanctions on X": whether {@code named} only suffer what the noun names, by somebody who is not named. */
    public boolean hits(NounGroup group, NounEntry noun, List<Actor> named, Set<String> others) {
        boolean done = EventTypes.hostile(noun.type()) || noun.type() == EventType.REQUEST;
        return done
                && !named.isEmpty()
                && !noun.has(NounMark.MISDEED)
                && agents(group, noun).isEmpty()
                && Actor.codes(aimed(group, noun, others)).containsAll(Actor.codes(named));
    }

    private List<Actor> aimed(NounGroup group, NounEntry noun, Set<String> others) {
        List<Actor> found = targets(group, noun, others);
        for (NounGroup modifier : found.isEmpty() ? chain(group) : List.<NounGroup>of()) {
            boolean against = "on".equals(modifier.preposition()) || "against".equals(modifier.preposition());
            found = against && found.isEmpty() ? scene.nearest(modifier, others, false) : found;
        }
        return found;
    }

    /** Both sides of what two do together: before the noun, after "between" or "with". */
    public List<Actor> participants(NounGroup group, NounEntry noun) {
        List<Actor> found = new ArrayList<>(arranged(group) ? List.of() : agents(group, noun));
        for (NounGroup modifier : chain(group)) {
            String preposition = modifier.preposition();
            boolean beside = "between".equals(preposition) || "with".equals(preposition) || "among".equals(preposition);
            if (beside && !bounded(modifier)) {
                found.addAll(Actor.without(scene.agents(modifier), Actor.codes(found)));
            }
        }
        for (NounGroup argument : told(group)) {
            if ("between".equals(argument.preposition()) || "with".equals(argument.preposition())) {
                found.addAll(Actor.without(scene.agents(argument), Actor.codes(found)));
            }
        }
        Clause describing = found.isEmpty() && noun.type() == EventType.AGREE ? group.relative() : null;
        for (NounGroup argument : describing == null ? List.<NounGroup>of() : describing.arguments()) {
            found.addAll("between".equals(argument.preposition()) ? scene.agents(argument) : List.of());
        }
        return found;
    }

    /** "clashes near the border with X": X is where, not who. */
    private boolean bounded(NounGroup modifier) {
        NounGroup governor = modifier.governor();
        return governor != null && scene.in(LexiconSet.FRONTIER, scene.singular(governor.head()));
    }

    /** "a truce brokered by X", "talks hosted by X": X brings it about. */
    private boolean arranged(NounGroup group) {
        Clause clause = group.relative();
        return clause != null && clause.passive() && scene.in(LexiconSet.ARRANGING, clause.lemma());
    }

    /** Whether the group says to what a clause is an answer: "in response to X's threats". */
    static boolean answers(AnnotatedSentence scene, NounGroup group) {
        NounGroup answer = group.governor() == null ? group : group.governor();
        return "in".equals(answer.preposition()) && scene.in(LexiconSet.ANSWER, scene.head(answer));
    }

    /** The groups that hang on {@code group}, directly or through one another, in order. */
    public static List<NounGroup> chain(NounGroup group) {
        List<NounGroup> found = new ArrayList<>(4);
        collect(group, found, 6);
        return found;
    }

    private static void collect(NounGroup group, List<NounGroup> found, int depth) {
        if (depth == 0) {
            return;
        }
        for (NounGroup modifier : group.modifiers()) {
            String preposition = modifier.preposition();
            if ("under".equals(preposition) || !FunctionWords.CIRCUMSTANCE.has(preposition)) {
                found.add(modifier);
                collect(modifier, found, depth - 1);
            }
        }
    }
}
