package io.entente.coder.rules.clause;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who acts and who is acted upon in a clause. */
public final class SemanticRoles {
    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final Arguments arguments;
    private final Possessors descriptions;
    private final Subjects subjects;

    public SemanticRoles(AnnotatedSentence scene, PatternMatcher matcher, NounRoles nouns) {
        this.scene = scene;
        this.matcher = matcher;
        this.arguments = new Arguments(scene);
        this.descriptions = new Possessors(scene, arguments);
        this.subjects = new Subjects(scene, matcher, nouns, arguments, descriptions);
    }

    /** Those who do what the clause says. */
    public List<Actor> sources(Clause clause, VerbEntry entry, Factuality context) {
        if (clause.passive()) {
            List<Actor> agents = after(clause, "by");
            return agents.isEmpty() && (entry.has(VerbMark.FORCE) || entry.has(VerbMark.RECALL))
                    ? scene.agents(clause.subject())
                    : agents;
        }
        return subject(clause, context, 6);
    }

    /** The subject of a clause, its own or the one to be understood, at most {@code depth} clauses above. */
    public List<Actor> subject(Clause clause, Factuality context, int depth) {
        return subjects.of(clause, context, depth);
    }

    /** The agents of a subject; "we" stands for the speaker. */
    public List<Actor> speaking(@Nullable NounGroup subject, Factuality context) {
        return subjects.speaking(subject, context);
    }

    /** The agents after a preposition of the clause. */
    public List<Actor> after(Clause clause, String preposition) {
        return arguments.after(clause, preposition);
    }

    /** Anybody else among the clause's arguments, mere places left out. */
    public List<Actor> anywhere(Clause clause, Set<String> sources) {
        return arguments.anywhere(clause, sources);
    }

    /** Who made what is answered: "a plan drawn up by X". */
    public List<Actor> authors(NounGroup group, Set<String> sources) {
        return descriptions.authors(group, sources);
    }

    /** Those acted upon, in the first of the entry's slots that names somebody other than the sources. */
    public List<Actor> targets(Clause clause, VerbEntry entry, Set<String> sources) {
        for (String slot : entry.slots()) {
            List<Actor> found = slot.equals("obj") ? object(clause, sources) : slot(clause, slot, sources, true);
            if (found.isEmpty() && entry.has(VerbMark.PLACE) && clause.object() != null) {
                found = scene.nearest(clause.object(), sources, true);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        boolean stranded = clause.passive()
                && clause.subject() != null
                && clause.last() < scene.tokens().size()
                && entry.slots().contains(scene.lower(clause.last()));
        return stranded ? object(clause, sources) : List.of();
    }

    public List<Actor> object(Clause clause, Set<String> sources) {
        List<NounGroup> groups = new ArrayList<>(2);
        if (clause.passive() && clause.subject() != null) {
            groups.add(clause.subject());
        }
        NounGroup gap = PatternMatcher.gap(clause);
        if (gap != null && clause.object() == null) {
            groups.add(gap);
        }
        for (NounGroup argument : clause.arguments()) {
            if (argument.preposition() == null) {
                groups.add(argument);
            }
        }
        if (groups.isEmpty() && clause.lemma().equals("let")) {
            scene.parse().clauses().stream()
                    .filter(c ->
                            c.parent() == clause && c.relation() == ClauseRelation.COMPLEMENT && c.subject() != null)
                    .forEach(c -> groups.add(c.subject()));
        }
        for (NounGroup group : groups) {
            List<Actor> found = Actor.without(scene.actors(group), sources).stream()
                    .filter(actor -> !scene.topic(actor))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (NounGroup group : groups) {
            List<Actor> found = scene.other(group, sources);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (NounGroup group : groups) {
            List<Actor> found = Actor.without(scene.host(group), sources);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (NounGroup group : groups) {
            List<Actor> found = scene.nearest(group, sources, false);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (NounGroup group : groups) {
            List<Actor> found = descriptions.owner(group, sources);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Actor> slot(Clause clause, String slot, Set<String> sources, boolean places) {
        for (NounGroup argument : clause.arguments()) {
            if (slot.equals(argument.preposition())
                    && !scene.aside(argument)
                    && !victim(argument)
                    && !NounRoles.answers(scene, argument)) {
                List<Actor> found = first(scene.nearest(argument, sources, places), scene.other(argument, sources));
                found = found.isEmpty() ? descriptions.owner(argument, sources) : found;
                if (!found.isEmpty()) {
                    return resumed(clause, slot, found);
                }
            }
        }
        if (clause.passive() && clause.subject() != null) {
            for (NounGroup modifier : NounRoles.chain(clause.subject())) {
                if (slot.equals(modifier.preposition())) {
                    List<Actor> found = scene.nearest(modifier, sources, places);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    /** "was arrested for the murder of a Briton": it is not done to the victim's state. */
    private boolean victim(NounGroup argument) {
        NounGroup governor = argument.governor();
        if (governor == null || !"of".equals(argument.preposition())) {
            return false;
        }
        NounEntry crime = scene.event(governor);
        return crime != null && crime.type() == EventType.ASSAULT && FunctionWords.CHARGE.has(governor.preposition());
    }

    /** Adds what goes on with a slot: "with X, which …, and with Y". */
    private List<Actor> resumed(Clause clause, String slot, List<Actor> found) {
        List<Actor> all = found;
        for (NounGroup argument : clause.arguments()) {
            if (argument.resumed() && slot.equals(argument.preposition())) {
                all = new ArrayList<>(all);
                all.addAll(Actor.without(scene.actors(argument), Actor.codes(all)));
            }
        }
        return all;
    }

    /** Those over whom somebody complains to a third party. */
    public List<Actor> culprits(Clause clause, Set<String> sources) {
        for (String slot : new String[] {"against", "over", "about", "of"}) {
            List<Actor> found = Actor.without(slot(clause, slot, sources, false), Set.of("UNO"));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whom a place is close to that stands aside: "to Renk, a town near the Sudanese border". */
    public List<Actor> border(Clause clause, Set<String> sources) {
        for (NounGroup group : scene.parse().groups()) {
            if (group.first() >= clause.last() && FunctionWords.NEARBY.has(group.preposition())) {
                List<Actor> found = scene.nearest(group, sources, true);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** The actors of the clauses below a clause, subjects first. */
    public List<Actor> below(Clause clause, Set<String> sources, boolean places) {
        for (Clause other : scene.parse().clauses()) {
            if (other != clause && descends(other, clause) && !apart(other, clause)) {
                List<Actor> subject = Actor.without(scene.actors(other.subject()), sources);
                if (!subject.isEmpty()) {
                    return subject;
                }
                List<VerbEntry> entries = matcher.entries(other);
                List<Actor> found = entries.isEmpty() ? List.of() : targets(other, entries.get(0), sources);
                found = found.isEmpty() ? object(other, sources) : found;
                found = found.isEmpty() ? anywhere(other, sources) : found;
                found = found.isEmpty() && places ? Actor.without(after(other, "in"), sources) : found;
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** "attacked a town while X's ministers met", "a missile capable of reaching X": what else goes on then, or could be done. */
    private boolean apart(Clause clause, Clause ancestor) {
        for (Clause at = clause; at != null && at != ancestor; at = at.parent()) {
            NounGroup noun = at.parentNoun();
            boolean meanwhile = at.relation() == ClauseRelation.ADVERBIAL
                    && at.finite()
                    && FunctionWords.MEANWHILE.has(at.introducer());
            if (meanwhile || noun != null && scene.head(noun).equals("capable")) {
                return true;
            }
        }
        return false;
    }

    private static boolean descends(Clause clause, Clause ancestor) {
        Clause at = clause.parent();
        for (int i = 0; at != null && i < 8; i++) {
            if (at == ancestor) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    /** Index after the words that belong to the clause: where the next one begins. */
    public int end(Clause clause) {
        int end = scene.tokens().size();
        for (Clause other : scene.parse().clauses()) {
            if (other.first() > clause.verb() && other.relation() != ClauseRelation.RELATIVE) {
                NounGroup subject = other.subject();
                int begin = subject != null && subject.first() > clause.verb() ? subject.first() : other.first();
                end = Math.min(end, Math.min(begin, other.first()));
            }
        }
        return end;
    }
}
