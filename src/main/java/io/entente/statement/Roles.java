package io.entente.statement;

import static io.entente.statement.Stage.first;

import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who acts and who is acted upon in a clause. */
final class Roles {
    private static final Set<Operator> OBJECT_CONTROL = Set.of(
            Operator.CAUSE,
            Operator.URGE,
            Operator.WARN,
            Operator.ASK,
            Operator.DEMAND,
            Operator.ACCUSE,
            Operator.CONDEMN,
            Operator.THANK,
            Operator.WELCOME,
            Operator.SANCTION,
            Operator.SUPPORT);
    private static final Set<String> SUBJECT_GERUNDS = Set.of(
            "by",
            "after",
            "before",
            "in",
            "without",
            "while",
            "on",
            "despite",
            "since",
            "when",
            "instead of",
            "rather than");

    /** "a tanker flying the flag of X", "registered in X", "belonging to X", "carrying X's oil". */
    private static final Set<String> FLYING = Set.of(
            "fly",
            "bear",
            "belong",
            "carry",
            "register",
            "own",
            "feed",
            "supply",
            "serve",
            "link",
            "connect",
            "run",
            "lead",
            "power",
            "face",
            "overlook",
            "border",
            "adjoin");

    /** "waters claimed by X": they are X's, too. */
    private static final Set<String> CLAIMING = Set.of(
            "claim", "control", "hold", "administer", "occupy", "govern", "rule", "seize", "own", "run", "patrol");

    /** "drones that X launched at Y", "a rocket fired by X": they are X's. */
    private static final Set<String> LAUNCHING =
            Set.of("launch", "fire", "send", "fly", "operate", "build", "crew", "steer", "pilot", "deploy", "station");

    /** What one does with a proposal, a step or a gift before somebody answers it. */
    private static final Set<String> MAKING = Set.of(
            "adopt",
            "advance",
            "announce",
            "broker",
            "build",
            "commit",
            "demand",
            "donate",
            "draft",
            "draw",
            "extend",
            "file",
            "float",
            "give",
            "impose",
            "issue",
            "launch",
            "level",
            "lodge",
            "make",
            "offer",
            "organise",
            "pass",
            "pen",
            "present",
            "promise",
            "propose",
            "provide",
            "publish",
            "put",
            "request",
            "seek",
            "send",
            "set",
            "sponsor",
            "submit",
            "suggest",
            "supply",
            "table",
            "take",
            "tender",
            "unveil",
            "voice");

    private static final Set<String> NEARBY =
            Set.of("near", "close to", "along", "opposite", "facing", "toward", "towards", "next to");

    /** "hackers working for X". */
    private static final Set<String> SERVICE = Set.of("work", "act", "fight", "spy", "operate", "serve");

    private static final Set<String> COMPANY = Set.of("join", "accompany", "flank", "second", "follow");
    private static final Set<String> ALONG = Set.of("along with", "together with", "alongside", "as well as");
    private static final Set<String> LINKS = Set.of("link", "tie", "ally", "connect", "affiliate");

    private final Scene scene;
    private final Matcher matcher;
    private final NounRoles nouns;

    Roles(Scene scene, Matcher matcher, NounRoles nouns) {
        this.scene = scene;
        this.matcher = matcher;
        this.nouns = nouns;
    }

    /** Those who do what the clause tells. */
    List<Actor> sources(Clause clause, VerbEntry entry, Context context) {
        if (clause.passive()) {
            List<Actor> agents = behind(clause, "by");
            return agents.isEmpty() && (entry.has("force") || entry.has("recall"))
                    ? scene.agents(clause.subject())
                    : agents;
        }
        return subject(clause, context, 6);
    }

    List<Actor> subject(Clause clause, Context context, int depth) {
        Clause parent = clause.parent();
        if (clause.conjoined() && parent != null && depth > 0 && !clause.finite()) {
            return subject(parent, context, depth - 1);
        }
        if (accompanies(clause)) {
            List<Actor> both =
                    new ArrayList<>(speaking(Objects.requireNonNull(parent).subject(), context));
            both.addAll(Actor.without(patient(parent), Actor.codes(both)));
            return both;
        }
        boolean dependent = clause.relation() == Relation.INFINITIVE || clause.relation() == Relation.GERUND;
        if (dependent && parent != null) {
            NounGroup noun = clause.parentNoun();
            NounEntry entry = noun == null ? null : scene.event(noun);
            if (noun != null && entry != null) {
                List<Actor> agents = nouns.agents(noun, entry);
                if (!agents.isEmpty()) {
                    return agents;
                }
            }
            if (controlledByObject(clause, parent)) {
                List<Actor> object = patient(parent);
                if (!object.isEmpty()) {
                    return object;
                }
            }
            if (depth > 0 && (parent.relation() == Relation.INFINITIVE || parent.relation() == Relation.GERUND)) {
                return subject(parent, context, depth - 1);
            }
        }
        List<Actor> named = speaking(clause.subject(), context);
        NounGroup paper = clause.relation() == Relation.RELATIVE ? clause.subject() : null;
        if (named.isEmpty() && paper != null && parent != null && depth > 0 && scene.document(paper)) {
            return subject(parent, context, depth - 1);
        }
        return named.isEmpty() ? maker(clause.subject()) : accompanied(clause.subject(), named);
    }

    /** "joined X in blaming Y": both do it. */
    static boolean accompanies(Clause clause) {
        Clause parent = clause.parent();
        return clause.relation() == Relation.GERUND
                && parent != null
                && parent.lemma().equals("join")
                && "in".equals(clause.introducer());
    }

    /** "X, joined by Y, …", "X, along with Y, …": they act together. */
    private List<Actor> accompanied(@Nullable NounGroup subject, List<Actor> named) {
        if (subject == null) {
            return named;
        }
        List<Actor> all = new ArrayList<>(named);
        Clause joined = subject.relative();
        if (joined != null && joined.passive() && COMPANY.contains(joined.lemma())) {
            all.addAll(Actor.without(behind(joined, "by"), Actor.codes(all)));
        }
        for (NounGroup modifier : subject.modifiers()) {
            if (modifier.preposition() != null && ALONG.contains(modifier.preposition())) {
                all.addAll(Actor.without(scene.agents(modifier), Actor.codes(all)));
            }
        }
        return all;
    }

    /** "rockets fired by X hit …": who made the subject what it is. */
    private List<Actor> maker(@Nullable NounGroup subject) {
        Clause made = subject == null ? null : subject.relative();
        if (made != null && !made.passive() && !made.finite() && SERVICE.contains(made.lemma())) {
            return Stage.first(behind(made, "for"), behind(made, "on behalf of"), behind(made, "under"));
        }
        if (made == null || !made.passive()) {
            return List.of();
        }
        List<Actor> agents = behind(made, "by");
        return agents.isEmpty() && LINKS.contains(made.lemma()) ? behind(made, "to") : agents;
    }

    private boolean controlledByObject(Clause clause, Clause parent) {
        boolean own = clause.relation() == Relation.GERUND
                && clause.introducer() != null
                && SUBJECT_GERUNDS.contains(clause.introducer());
        if (own && matcher.operator(parent) != Operator.ACCUSE) {
            return false;
        }
        return OBJECT_CONTROL.contains(matcher.operator(parent));
    }

    private List<Actor> patient(Clause clause) {
        if (clause.passive()) {
            return scene.agents(clause.subject());
        }
        for (NounGroup argument : clause.arguments()) {
            List<Actor> actors = scene.agents(argument);
            if (!actors.isEmpty() && !actors.stream().allMatch(Scene::place)) {
                return actors;
            }
        }
        NounGroup gap = Matcher.gap(clause);
        return gap == null ? List.of() : scene.agents(gap);
    }

    /** The agents of a subject; "we" stands for the speaker. */
    List<Actor> speaking(@Nullable NounGroup subject, Context context) {
        if (subject != null) {
            String head = scene.head(subject);
            boolean own = scene.lower(subject.first()).equals("our")
                    || scene.lower(subject.first()).equals("my");
            if (own || head.equals("we") || head.equals("i")) {
                return context.voice().actors();
            }
        }
        return scene.agents(subject);
    }

    /** The agents behind a preposition of the clause. */
    List<Actor> behind(Clause clause, String preposition) {
        for (NounGroup argument : clause.arguments()) {
            if (preposition.equals(argument.preposition())) {
                List<Actor> agents = scene.agents(argument);
                if (!agents.isEmpty()) {
                    return agents;
                }
            }
        }
        return List.of();
    }

    /** Those acted upon, in the first of the entry's slots that names somebody other than the sources. */
    List<Actor> targets(Clause clause, VerbEntry entry, Set<String> sources) {
        for (String slot : entry.slots()) {
            List<Actor> found = slot.equals("obj") ? object(clause, sources) : slot(clause, slot, sources, true);
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

    List<Actor> object(Clause clause, Set<String> sources) {
        List<NounGroup> groups = new ArrayList<>(2);
        if (clause.passive() && clause.subject() != null) {
            groups.add(clause.subject());
        }
        NounGroup gap = Matcher.gap(clause);
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
                    .filter(c -> c.parent() == clause && c.relation() == Relation.COMPLEMENT && c.subject() != null)
                    .forEach(c -> groups.add(c.subject()));
        }
        for (NounGroup group : groups) {
            List<Actor> found = Actor.without(scene.actors(group), sources);
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
            List<Actor> found = described(group, sources);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whose something is by what is told of it: "a tanker flying X's flag", "lines that feed X's mines", "drones that X launched". */
    private List<Actor> described(NounGroup group, Set<String> sources) {
        Clause told = group.relative();
        if (told == null) {
            return List.of();
        }
        if (!told.finite() && FLYING.contains(told.lemma())) {
            return anywhere(told, sources);
        }
        if (CLAIMING.contains(told.lemma()) && (told.passive() || told.subject() != group)) {
            return Actor.without(told.passive() ? behind(told, "by") : scene.agents(told.subject()), sources);
        }
        if (LAUNCHING.contains(told.lemma())) {
            return Actor.without(told.passive() ? behind(told, "by") : scene.agents(told.subject()), sources);
        }
        return FLYING.contains(told.lemma()) ? anywhere(told, sources) : List.of();
    }

    /** Who made what is answered: "a plan drawn up by X", "an offer that X had made". */
    List<Actor> authors(NounGroup group, Set<String> sources) {
        Clause told = group.relative();
        if (told == null || !MAKING.contains(told.lemma())) {
            return List.of();
        }
        return Actor.without(told.passive() ? behind(told, "by") : scene.agents(told.subject()), sources);
    }

    private List<Actor> slot(Clause clause, String slot, Set<String> sources, boolean places) {
        for (NounGroup argument : clause.arguments()) {
            if (slot.equals(argument.preposition()) && !scene.aside(argument)) {
                List<Actor> found = first(scene.nearest(argument, sources, places), scene.other(argument, sources));
                found = found.isEmpty() ? described(argument, sources) : found;
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
    List<Actor> culprits(Clause clause, Set<String> sources) {
        for (String slot : new String[] {"against", "over", "about", "of"}) {
            List<Actor> found = Actor.without(slot(clause, slot, sources, false), Set.of("UNO"));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Anybody else among the clause's arguments, mere places left out. */
    List<Actor> anywhere(Clause clause, Set<String> sources) {
        for (NounGroup argument : clause.arguments()) {
            if ("according to".equals(argument.preposition())
                    || "by".equals(argument.preposition())
                    || scene.aside(argument)) {
                continue;
            }
            List<Actor> found = scene.nearest(argument, sources, false);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whom a place is close to that stands aside: "to Renk, a town near the Sudanese border". */
    List<Actor> border(Clause clause, Set<String> sources) {
        for (NounGroup group : scene.parse().groups()) {
            if (group.first() >= clause.last() && group.preposition() != null && NEARBY.contains(group.preposition())) {
                List<Actor> found = scene.nearest(group, sources, true);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** The actors of the clauses below a clause, subjects first. */
    List<Actor> below(Clause clause, Set<String> sources, boolean places) {
        for (Clause other : scene.parse().clauses()) {
            if (other != clause && descends(other, clause)) {
                List<Actor> subject = Actor.without(scene.actors(other.subject()), sources);
                if (!subject.isEmpty()) {
                    return subject;
                }
                List<VerbEntry> entries = matcher.entries(other);
                List<Actor> found = entries.isEmpty() ? List.of() : targets(other, entries.get(0), sources);
                found = found.isEmpty() ? object(other, sources) : found;
                found = found.isEmpty() ? anywhere(other, sources) : found;
                found = found.isEmpty() && places ? Actor.without(behind(other, "in"), sources) : found;
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
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

    /** Index behind the words that belong to the clause: where the next one begins. */
    int end(Clause clause) {
        int end = scene.tokens().size();
        for (Clause other : scene.parse().clauses()) {
            if (other.first() > clause.verb() && other.relation() != Relation.RELATIVE) {
                NounGroup subject = other.subject();
                int begin = subject != null && subject.first() > clause.verb() ? subject.first() : other.first();
                end = Math.min(end, Math.min(begin, other.first()));
            }
        }
        return end;
    }
}
