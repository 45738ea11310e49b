package io.entente.coder.rules.clause;

import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a thing is, or who made it, by the relative clause that describes it. */
public final class Possessors {
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

    /** "hackers working for X". */
    private static final Set<String> SERVICE = Set.of("work", "act", "fight", "spy", "operate", "serve");

    private static final Set<String> LINKS = Set.of("link", "tie", "ally", "connect", "affiliate");

    private final AnnotatedSentence scene;
    private final Arguments arguments;

    Possessors(AnnotatedSentence scene, Arguments arguments) {
        this.scene = scene;
        this.arguments = arguments;
    }

    /** Whose something is by what is said of it: "a tanker flying X's flag", "lines that feed X's mines", "drones that X launched". */
    List<Actor> owner(NounGroup group, Set<String> sources) {
        Clause told = group.relative();
        if (told == null) {
            return List.of();
        }
        if (!told.finite() && FLYING.contains(told.lemma())) {
            return arguments.anywhere(told, sources);
        }
        if (CLAIMING.contains(told.lemma()) && (told.passive() || told.subject() != group)) {
            return Actor.without(told.passive() ? arguments.after(told, "by") : scene.agents(told.subject()), sources);
        }
        if (LAUNCHING.contains(told.lemma())) {
            return Actor.without(told.passive() ? arguments.after(told, "by") : scene.agents(told.subject()), sources);
        }
        return FLYING.contains(told.lemma()) ? arguments.anywhere(told, sources) : List.of();
    }

    /** "rockets fired by X hit …": who made the subject what it is. */
    List<Actor> maker(@Nullable NounGroup subject) {
        Clause made = subject == null ? null : subject.relative();
        if (made != null && !made.passive() && !made.finite() && SERVICE.contains(made.lemma())) {
            return Actor.first(
                    arguments.after(made, "for"),
                    arguments.after(made, "on behalf of"),
                    arguments.after(made, "under"));
        }
        if (made == null || !made.passive()) {
            return List.of();
        }
        List<Actor> agents = arguments.after(made, "by");
        return agents.isEmpty() && LINKS.contains(made.lemma()) ? arguments.after(made, "to") : agents;
    }

    /** Who made what is answered: "a plan drawn up by X", "an offer that X had made". */
    List<Actor> authors(NounGroup group, Set<String> sources) {
        Clause told = group.relative();
        if (told == null || !MAKING.contains(told.lemma())) {
            return List.of();
        }
        return Actor.without(told.passive() ? arguments.after(told, "by") : scene.agents(told.subject()), sources);
    }
}
