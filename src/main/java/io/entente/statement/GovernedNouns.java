package io.entente.statement;

import static io.entente.statement.Stage.act;
import static io.entente.statement.Stage.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What verbs do to the acts that their objects name: "lifted sanctions on", "rejected French criticism", "lodged a protest with". */
final class GovernedNouns {
    private static final double SURE = 0.9;
    private static final double GUESSED = 0.55;

    private final Stage stage;
    private final Scene scene;
    private final Roles roles;
    private final NounRoles nouns;
    private final Drafts drafts;

    GovernedNouns(Stage stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.nouns = stage.nouns();
        this.drafts = stage.drafts();
    }

    /** Codes what the verb does to an event noun that it governs; false if there is none or it does nothing to it. */
    boolean code(Use use) {
        NounGroup group = governed(use.clause(), use.entry());
        NounEntry noun = group == null ? null : scene.event(group);
        if (group == null || noun == null) {
            return false;
        }
        return switch (use.entry().operator()) {
            case LIFT -> lift(use, group, noun);
            case REJECT, CONDEMN, WELCOME, SUPPORT, THANK, ACCEPT, AGREE, ADMIT -> answer(use, group, noun);
            case THREATEN, VOW, PROMISE -> announce(use, group, noun);
            case FACE -> face(use, group, noun);
            case DO, CONTINUE -> perform(use, group, noun);
            default -> false;
        };
    }

    private @Nullable NounGroup governed(Clause clause, VerbEntry entry) {
        NounGroup object = clause.passive() || entry.has("itself") ? clause.subject() : clause.object();
        object = object == null ? Matcher.gap(clause) : object;
        if (object != null && scene.event(object) != null) {
            return object;
        }
        String preposition =
                switch (entry.operator()) {
                    case ACCEPT, AGREE -> "to";
                    case THREATEN -> "with";
                    case REJECT -> "on";
                    case DO -> "in";
                    default -> "";
                };
        for (NounGroup argument : clause.arguments()) {
            boolean slot = entry.operator() == Operator.REJECT
                    && argument.preposition() != null
                    && entry.slots().contains(argument.preposition());
            if ((slot || preposition.equals(argument.preposition())) && scene.event(argument) != null) {
                return argument;
            }
        }
        return null;
    }

    private boolean face(Use use, NounGroup group, NounEntry noun) {
        List<Actor> doers = first(
                nouns.agents(group, noun),
                roles.behind(use.clause(), "from"),
                roles.behind(use.clause(), "by"),
                scene.nearest(group, Actor.codes(scene.actors(use.clause().subject())), false));
        drafts.add(
                act(
                        use.clause(),
                        noun.type(),
                        noun.intensity(),
                        use.status(),
                        use.context(),
                        "swapped",
                        use.entry(),
                        SURE),
                doers,
                first(
                        scene.actors(use.clause().subject()),
                        use.sources(),
                        doersOf(use.clause().subject())));
        return stage.take(group);
    }

    /** "A promise by X drew thanks from Y": who did what the subject names. */
    private List<Actor> doersOf(@Nullable NounGroup subject) {
        NounEntry noun = subject == null ? null : scene.event(subject);
        return subject == null || noun == null ? List.of() : nouns.agents(subject, noun);
    }

    private boolean perform(Use use, NounGroup group, NounEntry noun) {
        boolean nothing = noun.has("asset") || noun.has("undoing") || noun.type() == EventType.STATEMENT;
        if (nothing || use.sources().isEmpty() && use.entry().operator() == Operator.CONTINUE) {
            return false;
        }
        Set<String> codes = use.codes();
        boolean joint = noun.type() == EventType.MOBILIZE && joint(group);
        List<Actor> targets = first(
                joint ? List.of() : nouns.targets(group, noun, codes),
                roles.targets(use.clause(), use.entry(), codes),
                roles.anywhere(use.clause(), codes));
        EventType type = joint ? EventType.COOPERATE : noun.type();
        double intensity = joint ? EventTypes.intensity(type) : noun.intensity();
        Drafts.Act act =
                act(use.clause(), type, intensity, use.status(), use.context(), "light verb", use.entry(), SURE);
        if (noun.mutual() || joint) {
            stage.both(act, use.sources(), codes.size() > 1 || targets.isEmpty() ? use.sources() : targets);
        } else {
            drafts.add(
                    act,
                    use.sources(),
                    targets.isEmpty() && EventTypes.hostile(noun.type()) ? stage.opponent(codes) : targets);
        }
        return stage.take(group);
    }

    private boolean joint(NounGroup group) {
        for (int i = group.first(); i < group.last(); i++) {
            if (stage.lexicon().in("joint", scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** The end of something hostile is a retreat, of something friendly a sanction. */
    private boolean lift(Use use, NounGroup group, NounEntry noun) {
        Set<String> codes = use.codes();
        List<Actor> targets = first(
                nouns.targets(group, noun, codes),
                roles.targets(use.clause(), use.entry(), codes),
                scene.nearest(group, codes, false),
                roles.anywhere(use.clause(), codes));
        boolean silent = noun.type() == EventType.STATEMENT || noun.type() == EventType.REQUEST;
        if (targets.isEmpty() && !silent && !noun.mutual()) {
            targets = stage.opponent(codes);
        }
        if (silent || targets.isEmpty()) {
            return false;
        }
        List<Actor> lifting = use.entry().has("itself")
                        || use.sources().isEmpty() && use.clause().passive()
                ? Actor.without(nouns.agents(group, noun), Actor.codes(targets))
                : use.sources();
        boolean ending = EventTypes.hostile(noun.type());
        boolean yielding = noun.type() == EventType.PROTEST || noun.type() == EventType.REJECT;
        EventType type = !ending ? EventType.SANCTION : yielding ? EventType.CONCEDE : EventType.RETREAT;
        drafts.add(
                act(
                        use.clause(),
                        type,
                        EventTypes.intensity(type),
                        use.status(),
                        use.context(),
                        "lifted",
                        use.entry(),
                        SURE),
                lifting,
                targets);
        return stage.take(group);
    }

    /** The answer goes to who did what is answered, and that he did it is told, too. */
    private boolean answer(Use use, NounGroup group, NounEntry noun) {
        Set<String> codes = use.codes();
        if (use.entry().operator() == Operator.AGREE && noun.type() != EventType.REQUEST) {
            return false;
        }
        if (noun.has("undoing")) {
            return glee(use, group);
        }
        List<Actor> agents = Actor.without(nouns.agents(group, noun), codes);
        if (noun.mutual() && (agents.isEmpty() || use.entry().operator() != Operator.REJECT)) {
            agents = Actor.without(nouns.participants(group, noun), codes);
        }
        List<Actor> partners = new ArrayList<>(agents);
        if (use.entry().operator() == Operator.REJECT && material(noun)) {
            partners.addAll(Actor.without(nouns.targets(group, noun, codes), Actor.codes(agents)));
        }
        boolean aimed = !nouns.targets(group, noun, codes).isEmpty();
        boolean gap = group == Matcher.gap(use.clause());
        if (agents.isEmpty() && noun.has("echo") && (!aimed || noun.type() == EventType.STATEMENT)) {
            partners = stage.lastToward(codes, EventTypes.hostile(noun.type()));
            partners = partners.isEmpty() && definite(group) && noun.type() != EventType.STATEMENT
                    ? stage.doer(noun.type(), codes)
                    : partners;
            partners = partners.isEmpty() && (definite(group) || gap) ? stage.lastNamed(codes, true) : partners;
        } else if (agents.isEmpty() && noun.mutual() && (definite(group) || gap) && noun.type() != EventType.ASSAULT) {
            partners = stage.parties(codes);
        }
        EventType type = answerType(use.entry(), noun);
        if (partners.isEmpty() && aimed && drafts.anybody() && use.entry().operator() == Operator.REJECT) {
            return defend(use, group, noun);
        }
        if (type == null || partners.isEmpty()) {
            return aimed && !noun.mutual() && EventTypes.hostile(noun.type());
        }
        double intensity = type == use.entry().type() ? use.entry().intensity() : EventTypes.intensity(type);
        drafts.add(
                act(
                        use.clause(),
                        type,
                        intensity,
                        use.status(),
                        use.context(),
                        agents.isEmpty() ? "answer implied" : "answer",
                        use.entry(),
                        agents.isEmpty() ? GUESSED : SURE),
                use.sources(),
                partners);
        if (!agents.isEmpty()) {
            presupposed(use, group, noun, agents);
        }
        return stage.take(group);
    }

    /** "rejected criticism of X", whoever criticised: a good word for X. */
    private boolean defend(Use use, NounGroup group, NounEntry noun) {
        if (EventTypes.hostile(noun.type())) {
            EventType type = EventType.SUPPORT;
            double intensity = EventTypes.intensity(type);
            drafts.add(
                    act(use.clause(), type, intensity, use.status(), use.context(), "defended", use.entry(), SURE),
                    use.sources(),
                    nouns.targets(group, noun, use.codes()));
        }
        return stage.take(group);
    }

    private void presupposed(Use use, NounGroup group, NounEntry noun, List<Actor> agents) {
        boolean act = !noun.mutual()
                && noun.type() != EventType.STATEMENT
                && !noun.has("misdeed")
                && !noun.has("asset")
                && !(use.entry().operator() == Operator.REJECT && material(noun))
                && noun.type() != EventType.COOPERATE;
        List<Actor> targets = nouns.targets(group, noun, Actor.codes(agents));
        boolean addressed =
                switch (noun.type()) {
                    case ACCUSE, REQUEST, THREATEN, PROTEST, REJECT -> true;
                    default -> false;
                };
        if (act && (addressed || !targets.isEmpty())) {
            drafts.add(
                    act(group, noun, Status.ASSERTED, use.context(), SURE),
                    agents,
                    targets.isEmpty() ? use.sources() : targets);
        }
    }

    /** Whether the noun names something that is given, so that who rejects it keeps it from others. */
    private static boolean material(NounEntry noun) {
        return noun.type() == EventType.AID || noun.type() == EventType.SUPPORT || noun.type() == EventType.COOPERATE;
    }

    /** "hailed the collapse of a deal between X and Y". */
    private boolean glee(Use use, NounGroup group) {
        boolean pleased =
                use.entry().operator() == Operator.WELCOME || use.entry().operator() == Operator.SUPPORT;
        for (NounGroup modifier : NounRoles.chain(group)) {
            NounEntry ended = scene.event(modifier);
            if (ended != null) {
                List<Actor> sides = Actor.without(nouns.participants(modifier, ended), use.codes());
                drafts.add(
                        act(
                                use.clause(),
                                EventType.STATEMENT,
                                pleased ? -3 : 0,
                                use.status(),
                                use.context(),
                                "glee",
                                use.entry(),
                                SURE),
                        use.sources(),
                        sides);
                return stage.take(modifier);
            }
        }
        return stage.take(group);
    }

    private boolean definite(NounGroup group) {
        String opener = scene.lower(group.first());
        return opener.equals("the")
                || opener.equals("this")
                || opener.equals("that")
                || opener.equals("such")
                || opener.equals("these");
    }

    private static @Nullable EventType answerType(VerbEntry entry, NounEntry noun) {
        boolean yields = noun.id().equals("demand") || noun.id().equals("ultimatum") || EventTypes.hostile(noun.type());
        return switch (entry.operator()) {
            case ACCEPT -> yields ? EventType.CONCEDE : EventType.AGREE;
            case AGREE -> EventType.AGREE;
            default -> entry.type();
        };
    }

    private boolean announce(Use use, NounGroup group, NounEntry noun) {
        if (noun.has("asset") || noun.type() == EventType.STATEMENT) {
            return false;
        }
        Set<String> codes = use.codes();
        List<Actor> targets = first(
                roles.targets(use.clause(), use.entry(), codes),
                nouns.targets(group, noun, codes),
                roles.anywhere(use.clause(), codes));
        targets = targets.isEmpty() && EventTypes.hostile(noun.type())
                ? roles.below(use.clause(), codes, false)
                : targets;
        targets = targets.isEmpty() ? stage.opponent(codes) : targets;
        if (EventTypes.hostile(noun.type()) && use.entry().operator() != Operator.PROMISE) {
            drafts.add(
                    act(
                            use.clause(),
                            EventType.THREATEN,
                            -6,
                            use.status(),
                            use.context(),
                            "announced",
                            use.entry(),
                            SURE),
                    use.sources(),
                    targets);
        }
        if (use.status() != Status.DENIED) {
            drafts.add(
                    act(
                            use.clause(),
                            noun.type(),
                            noun.intensity(),
                            Status.INTENDED,
                            use.context(),
                            "announced",
                            use.entry(),
                            SURE),
                    use.sources(),
                    targets);
        }
        return stage.take(group);
    }
}
