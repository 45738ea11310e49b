package io.entente.statement;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import io.entente.statement.Drafts.Act;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes what the clauses of one sentence tell. */
final class ClauseCoder {
    private static final double SLOT = 0.9;
    private static final double SOMEWHERE = 0.65;
    private static final double CONTEXT = 0.55;

    private final Scene scene;
    private final EventLexicon lexicon;
    private final Matcher matcher;
    private final Contexts contexts;
    private final NounRoles nouns;
    private final Roles roles;
    private final Discourse discourse;
    private final Drafts drafts;
    private final Map<NounGroup, Boolean> consumed = new IdentityHashMap<>();

    ClauseCoder(
            Scene scene, EventLexicon lexicon, Matcher matcher, Contexts contexts, Discourse discourse, Drafts drafts) {
        this.scene = scene;
        this.lexicon = lexicon;
        this.matcher = matcher;
        this.contexts = contexts;
        this.nouns = new NounRoles(scene);
        this.roles = new Roles(scene, matcher, nouns);
        this.discourse = discourse;
        this.drafts = drafts;
    }

    void code() {
        for (Clause clause : scene.parse().clauses()) {
            code(clause);
        }
        for (NounGroup group : scene.parse().groups()) {
            if (!consumed.containsKey(group)) {
                noun(group);
            }
        }
    }

    private void code(Clause clause) {
        Context context = contexts.of(clause);
        VerbEntry entry = matcher.entry(clause);
        judged(clause, context);
        if (entry == null) {
            return;
        }
        List<Actor> sources = roles.sources(clause, entry, context);
        Status status = Contexts.status(clause, context, speakerActs(sources, context));
        if (Contexts.demands(clause) && demand(clause, context, sources)) {
            return;
        }
        if (status == null) {
            consume(clause);
            return;
        }
        NounGroup governed = governed(clause, entry);
        boolean done = governed != null && onNoun(clause, entry, governed, sources, status, context);
        if (!done && entry.operator() == Operator.CALL) {
            call(clause, entry, sources, status, context);
        } else if (!done && entry.operator() == Operator.DENY) {
            deny(clause, entry, sources, context);
        } else if (!done && entry.type() != null) {
            act(clause, entry, sources, status, context);
        }
    }

    private static boolean speakerActs(List<Actor> sources, Context context) {
        return context.voice().narrator()
                || Actor.codes(context.voice().actors()).containsAll(Actor.codes(sources));
    }

    /** "Russia said that Sudan must return the helicopter". */
    private boolean demand(Clause clause, Context context, List<Actor> sources) {
        List<Actor> speakers = context.voice().actors();
        List<Actor> asked =
                Actor.without(clause.passive() ? roles.object(clause, Set.of()) : sources, Actor.codes(speakers));
        if (speakers.isEmpty() || asked.isEmpty()) {
            return false;
        }
        boolean must = scene.lower(clause.first()).equals("must");
        drafts.add(
                act(clause, EventType.REQUEST, must ? -5 : 1, Status.ASSERTED, context, "demand", null, 0.7),
                speakers,
                asked);
        return true;
    }

    private void act(Clause clause, VerbEntry entry, List<Actor> sources, Status status, Context context) {
        EventType type = java.util.Objects.requireNonNull(entry.type());
        if (entry.slots().contains("subj")) {
            List<Actor> agents =
                    first(roles.behind(clause, "from"), roles.behind(clause, "by"), roles.behind(clause, "at"));
            drafts.add(
                    act(clause, type, entry.intensity(), status, context, "swapped", entry, SLOT),
                    agents,
                    scene.actors(clause.subject()));
            return;
        }
        if (sources.isEmpty() && clause.passive() && type == EventType.COERCE) {
            sources = roles.behind(clause, "in");
        }
        Set<String> codes = Actor.codes(sources);
        List<Actor> targets = roles.targets(clause, entry, codes);
        double confidence = SLOT;
        if (entry.mutual() && codes.size() > 1 && (targets.isEmpty() || entry.has("visitor"))) {
            both(act(clause, type, entry.intensity(), status, context, "mutual", entry, SLOT), sources, sources);
            return;
        }
        if (targets.isEmpty() && !entry.has("object") && !entry.mutual()) {
            targets = roles.anywhere(clause, codes);
            confidence = SOMEWHERE;
        }
        if (targets.isEmpty()
                && (entry.operator() == Operator.WARN
                        || entry.operator() == Operator.THREATEN
                        || entry.operator() == Operator.DEMAND)) {
            targets = roles.below(clause, codes);
            confidence = SOMEWHERE;
        }
        if (targets.isEmpty() && !entry.mutual()) {
            targets = implied(clause, entry, type, codes, context);
            confidence = CONTEXT;
        }
        Act act = act(
                clause,
                type,
                entry.intensity(),
                status,
                context,
                clause.passive() ? "passive" : "clause",
                entry,
                confidence);
        if (entry.mutual()) {
            both(act, sources, targets);
        } else {
            drafts.add(act, sources, targets);
        }
    }

    /** The target that the words leave out: the accuser, the speaker, the other side of the verb before or of the quarrel. */
    private List<Actor> implied(Clause clause, VerbEntry entry, EventType type, Set<String> codes, Context context) {
        List<Actor> counterpart = Actor.without(context.counterpart(), codes);
        if (!counterpart.isEmpty()) {
            return counterpart;
        }
        if (!EventTypes.hostile(type) || codes.isEmpty()) {
            return List.of();
        }
        if (context.said()
                && EventTypes.force(type)
                && !codes.containsAll(Actor.codes(context.voice().actors()))) {
            return Actor.without(context.voice().actors(), codes);
        }
        boolean material = entry.has("material") && clause.object() != null;
        return material || entry.has("object") ? List.of() : discourse.opponent(codes);
    }

    /** What a verb does to the event that its object names. */
    private boolean onNoun(
            Clause clause, VerbEntry entry, NounGroup group, List<Actor> sources, Status status, Context context) {
        NounEntry noun = java.util.Objects.requireNonNull(scene.event(group));
        Set<String> codes = Actor.codes(sources);
        List<Actor> agents = nouns.agents(group, noun);
        List<Actor> others = Actor.without(noun.mutual() ? nouns.participants(group, noun) : agents, codes);
        switch (entry.operator()) {
            case LIFT -> {
                return lift(clause, entry, group, noun, sources, status, context);
            }
            case REJECT, CONDEMN, WELCOME, SUPPORT, THANK, ACCEPT, AGREE, ADMIT -> {
                return answer(clause, entry, group, noun, sources, others, status, context);
            }
            case THREATEN, VOW, PROMISE -> {
                return announce(clause, entry, group, noun, sources, status, context);
            }
            case FACE -> {
                List<Actor> doers = first(agents, roles.behind(clause, "from"), roles.behind(clause, "by"));
                drafts.add(
                        act(clause, noun.type(), noun.intensity(), status, context, "swapped", entry, SLOT),
                        doers,
                        scene.actors(clause.subject()));
                return take(group);
            }
            case DO, CONTINUE -> {
                return perform(clause, entry, group, noun, sources, status, context);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean perform(
            Clause clause,
            VerbEntry entry,
            NounGroup group,
            NounEntry noun,
            List<Actor> sources,
            Status status,
            Context context) {
        if (noun.has("asset") || noun.has("echo") && noun.type() == EventType.STATEMENT) {
            return false;
        }
        Set<String> codes = Actor.codes(sources);
        List<Actor> targets = first(
                nouns.targets(group, noun, codes), roles.targets(clause, entry, codes), roles.anywhere(clause, codes));
        Act act = act(clause, noun.type(), noun.intensity(), status, context, "light verb", entry, SLOT);
        if (noun.mutual()) {
            both(act, sources, targets.isEmpty() ? sources : targets);
        } else {
            drafts.add(
                    act,
                    sources,
                    targets.isEmpty() && EventTypes.hostile(noun.type()) ? discourse.opponent(codes) : targets);
        }
        return take(group);
    }

    /** "lifted sanctions on", "cut ties with": the end of something hostile is a retreat, of something friendly a sanction. */
    private boolean lift(
            Clause clause,
            VerbEntry entry,
            NounGroup group,
            NounEntry noun,
            List<Actor> sources,
            Status status,
            Context context) {
        Set<String> codes = Actor.codes(sources);
        List<Actor> targets = first(
                nouns.targets(group, noun, codes),
                roles.targets(clause, entry, codes),
                scene.nearest(group, codes, false),
                roles.anywhere(clause, codes));
        boolean ending = EventTypes.hostile(noun.type()) || noun.has("light") && noun.type() == EventType.SANCTION;
        if (noun.type() == EventType.STATEMENT || noun.type() == EventType.REQUEST || targets.isEmpty()) {
            return false;
        }
        EventType type = !ending
                ? EventType.SANCTION
                : noun.type() == EventType.PROTEST || noun.type() == EventType.REJECT
                        ? EventType.CONCEDE
                        : EventType.RETREAT;
        drafts.add(
                act(clause, type, EventTypes.intensity(type), status, context, "lifted", entry, SLOT),
                sources,
                targets);
        return take(group);
    }

    /** "rejected French criticism", "welcomed the offer from": the answer goes to who did it, and what he did is told, too. */
    private boolean answer(
            Clause clause,
            VerbEntry entry,
            NounGroup group,
            NounEntry noun,
            List<Actor> sources,
            List<Actor> others,
            Status status,
            Context context) {
        Set<String> codes = Actor.codes(sources);
        if (entry.operator() == Operator.AGREE && noun.type() != EventType.REQUEST) {
            return false;
        }
        boolean named = !others.isEmpty();
        List<Actor> partners = others;
        if (!named
                && noun.has("echo")
                && (noun.slots().isEmpty() || nouns.targets(group, noun, codes).isEmpty())) {
            partners = discourse.lastToward(codes, EventTypes.hostile(noun.type()));
        }
        EventType type = answerType(entry, noun);
        if (type == null || partners.isEmpty() && !named) {
            boolean aimed = !nouns.targets(group, noun, codes).isEmpty()
                    && !noun.mutual()
                    && noun.type() != EventType.STATEMENT;
            return aimed && EventTypes.hostile(noun.type());
        }
        double intensity = type == entry.type() ? entry.intensity() : EventTypes.intensity(type);
        drafts.add(
                act(clause, type, intensity, status, context, "answer", entry, named ? SLOT : CONTEXT),
                sources,
                partners);
        if (named
                && !noun.mutual()
                && noun.type() != EventType.STATEMENT
                && !noun.has("misdeed")
                && !noun.has("asset")
                && noun.type() != EventType.COOPERATE) {
            List<Actor> targets = nouns.targets(group, noun, Actor.codes(others));
            drafts.add(
                    noun(group, noun, Status.ASSERTED, context, SLOT), others, targets.isEmpty() ? sources : targets);
        }
        return take(group);
    }

    private static @Nullable EventType answerType(VerbEntry entry, NounEntry noun) {
        boolean yields = noun.id().equals("demand") || noun.id().equals("ultimatum") || EventTypes.hostile(noun.type());
        return switch (entry.operator()) {
            case ACCEPT -> yields ? EventType.CONCEDE : EventType.AGREE;
            case AGREE -> EventType.AGREE;
            default -> entry.type();
        };
    }

    private boolean announce(
            Clause clause,
            VerbEntry entry,
            NounGroup group,
            NounEntry noun,
            List<Actor> sources,
            Status status,
            Context context) {
        if (noun.has("asset") || noun.type() == EventType.STATEMENT) {
            return false;
        }
        Set<String> codes = Actor.codes(sources);
        List<Actor> targets = first(
                roles.targets(clause, entry, codes), nouns.targets(group, noun, codes), roles.anywhere(clause, codes));
        targets = targets.isEmpty() ? discourse.opponent(codes) : targets;
        if (EventTypes.hostile(noun.type()) && entry.operator() != Operator.PROMISE) {
            drafts.add(
                    act(clause, EventType.THREATEN, -6, status, context, "announced", entry, SLOT), sources, targets);
        }
        if (status != Status.DENIED) {
            drafts.add(
                    act(clause, noun.type(), noun.intensity(), Status.INTENDED, context, "announced", entry, SLOT),
                    sources,
                    targets);
        }
        return take(group);
    }

    /** "called for", "called on X to …", and giving something a name that judges it. */
    private void call(Clause clause, VerbEntry entry, List<Actor> sources, Status status, Context context) {
        Set<String> codes = Actor.codes(sources);
        List<Actor> asked = first(behindAny(clause, "on", codes), behindAny(clause, "upon", codes));
        if (!asked.isEmpty()) {
            drafts.add(act(clause, EventType.REQUEST, 1, status, context, "appeal", entry, SLOT), sources, asked);
            return;
        }
        double judgement = judgement(clause.last(), end(clause));
        NounGroup object = clause.object() != null ? clause.object() : Matcher.gap(clause);
        if (object == null || sources.isEmpty() || Math.abs(judgement) < 0.3) {
            return;
        }
        List<Actor> targets = scene.nearest(object, codes, false);
        targets = targets.isEmpty() ? scene.nearest(clause.object(), codes, false) : targets;
        if (targets.isEmpty()) {
            targets = discourse.lastToward(codes, judgement < 0);
        }
        EventType type = judgement < 0 ? EventType.ACCUSE : EventType.SUPPORT;
        drafts.add(
                act(clause, type, EventTypes.intensity(type), status, context, "judged", entry, 0.8), sources, targets);
    }

    private List<Actor> behindAny(Clause clause, String preposition, Set<String> codes) {
        return Actor.without(roles.behind(clause, preposition), codes);
    }

    /** "Tehran denied that it had …": a mere remark to who said so. */
    private void deny(Clause clause, VerbEntry entry, List<Actor> sources, Context context) {
        List<Actor> accusers = discourse.lastToward(Actor.codes(sources), true);
        drafts.add(
                act(clause, EventType.STATEMENT, 0, Status.ASSERTED, context, "denial", entry, CONTEXT),
                sources,
                accusers);
    }

    /** A reproach, or praise, in what somebody says of somebody else. */
    private void judged(Clause clause, Context context) {
        if (!context.said()
                || context.voice().actors().isEmpty()
                || clause.modality() != io.entente.language.Modality.NONE) {
            return;
        }
        List<Actor> subject =
                scene.nearest(clause.subject(), Actor.codes(context.voice().actors()), false);
        boolean misdeed = lexicon.misdeed(Scene.key(clause)) && !clause.negated() && !clause.passive();
        double judgement = judgement(clause.verb(), end(clause));
        if (subject.isEmpty() || !misdeed && (judgement > -0.5 || clause.negated() || clause.passive())) {
            return;
        }
        drafts.add(
                act(clause, EventType.ACCUSE, -2, Status.ASSERTED, context, "reproach", null, 0.6),
                context.voice().actors(),
                subject);
    }

    private double judgement(int first, int last) {
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += lexicon.judgement(scene.lower(i));
        }
        return sum;
    }

    /** Index behind the words that belong to the clause: where the next one begins. */
    private int end(Clause clause) {
        int end = scene.tokens().size();
        for (Clause other : scene.parse().clauses()) {
            if (other.first() > clause.verb() && other.first() < end && other.relation() != Relation.RELATIVE) {
                end = other.subject() != null && other.subject().first() > clause.verb()
                        ? Math.min(other.subject().first(), other.first())
                        : other.first();
            }
        }
        return end;
    }

    /** An act that a noun names by itself: "Peru's criticism of the vote", "talks between X and Y". */
    private void noun(NounGroup group) {
        NounEntry noun = lexicon.nounOf(scene.head(group));
        if (noun == null || noun.has("light") || unreal(group)) {
            return;
        }
        if (noun.mutual()) {
            List<Actor> sides = nouns.participants(group, noun);
            both(noun(group, noun, Status.ASSERTED, Context.NARRATED, 0.75), sides, sides);
            return;
        }
        List<Actor> agents = nouns.agents(group, noun);
        List<Actor> targets = nouns.targets(group, noun, Actor.codes(agents));
        drafts.add(noun(group, noun, Status.ASSERTED, Context.NARRATED, 0.7), agents, targets);
    }

    /** Whether the noun stands where an act is only asked for, announced or denied. */
    private boolean unreal(NounGroup group) {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.arguments().contains(group)) {
                boolean asked =
                        switch (matcher.operator(clause)) {
                            case URGE, ASK, DEMAND, OFFER, CALL, PLAN, PROMISE, THREATEN, VOW, REFUSE -> true;
                            default -> false;
                        };
                return asked || contexts.of(clause).status() == null || clause.negated();
            }
        }
        return false;
    }

    private @Nullable NounGroup governed(Clause clause, VerbEntry entry) {
        NounGroup object = clause.passive() ? clause.subject() : clause.object();
        object = object == null ? Matcher.gap(clause) : object;
        if (object != null && scene.event(object) != null) {
            return object;
        }
        boolean to = entry.operator() == Operator.ACCEPT || entry.operator() == Operator.AGREE;
        for (NounGroup argument : clause.arguments()) {
            String preposition = argument.preposition();
            boolean governs = to && "to".equals(preposition)
                    || entry.operator() == Operator.THREATEN && "with".equals(preposition)
                    || entry.operator() == Operator.REJECT && "on".equals(preposition);
            if (governs && scene.event(argument) != null) {
                return argument;
            }
        }
        return null;
    }

    private void consume(Clause clause) {
        clause.arguments().forEach(this::take);
    }

    private boolean take(NounGroup group) {
        consumed.put(group, true);
        return true;
    }

    private void both(Act act, List<Actor> one, List<Actor> other) {
        drafts.add(act, one, other);
        drafts.add(act, other, one);
    }

    @SafeVarargs
    private static List<Actor> first(List<Actor>... lists) {
        for (List<Actor> list : lists) {
            if (!list.isEmpty()) {
                return list;
            }
        }
        return List.of();
    }

    private static Act act(
            Clause clause,
            EventType type,
            double intensity,
            Status status,
            Context context,
            String rule,
            @Nullable VerbEntry entry,
            double confidence) {
        String severe = entry == null ? null : severe(entry.marks(), type);
        List<String> entries = entry == null ? List.of(Scene.key(clause)) : List.of(entry.id());
        return new Act(
                type, intensity, status, severe, clause.verb(), clause.last(), context, rule, entries, confidence);
    }

    private static Act noun(NounGroup group, NounEntry noun, Status status, Context context, double confidence) {
        return new Act(
                noun.type(),
                noun.intensity(),
                status,
                severe(noun.marks(), noun.type()),
                group.head(),
                group.head() + 1,
                context,
                "noun",
                List.of(noun.id()),
                confidence);
    }

    private static @Nullable String severe(Set<String> marks, EventType type) {
        for (String mark : marks) {
            if (mark.startsWith("severe=")) {
                int colon = mark.indexOf(':');
                return colon < 0 ? mark.substring(7) : mark.substring(7, colon);
            }
        }
        return null;
    }
}
