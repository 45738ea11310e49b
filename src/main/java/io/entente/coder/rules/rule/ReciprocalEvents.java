package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.candidate.EvidenceGrade;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Codes what several do with each other: mutual acts, and whatever is done jointly. */
public final class ReciprocalEvents {
    /** Of more than so many who meet, each meets the host only. */
    private static final int LARGE = 4;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;
    private final CandidateEvents drafts;
    private final Consents consents;
    private final Hosts hosts;

    ReciprocalEvents(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
        this.drafts = stage.drafts();
        this.consents = new Consents(stage);
        this.hosts = new Hosts(stage);
    }

    /** "X and Y police broke up a ring in a joint operation", "X and Y tested a rocket together": whatever it is, they do it together. */
    void jointly(Clause clause, Factuality context) {
        if (clause.passive() || clause.lemma().equals("be") || !joint(clause)) {
            return;
        }
        List<Actor> sources = roles.subject(clause, context, 3);
        boolean aimed = sources.size() < 2
                || !sources.stream().allMatch(Actor::direct)
                || drafts.all().stream().anyMatch(d -> d.first() >= clause.first() && d.first() <= clause.last());
        Status status = aimed ? null : stage.contexts().status(clause, context, true);
        if (status != null) {
            double intensity = EventTypes.intensity(EventType.COOPERATE);
            stage.both(
                    SentenceCodingState.act(
                            clause, EventType.COOPERATE, intensity, status, context, Rule.JOINTLY.grounds(), null),
                    sources,
                    sources);
        }
    }

    private boolean joint(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            boolean joint = scene.lower(argument.first()).equals("joint")
                    || argument.first() + 1 < argument.last()
                            && scene.lower(argument.first() + 1).equals("joint");
            if (joint && "in".equals(argument.preposition())) {
                return true;
            }
        }
        int end = roles.end(clause);
        for (int i = clause.first(); i < end; i++) {
            String word = scene.lower(i);
            boolean paired = i + 2 < end
                    && FunctionWords.SIDE_BY_SIDE.has(word + " " + scene.lower(i + 1) + " " + scene.lower(i + 2));
            if (word.equals("together") || word.equals("jointly") || paired) {
                return !word.equals("together")
                        || i + 1 == scene.tokens().size()
                        || !scene.lower(i + 1).equals("with");
            }
        }
        return "together".equals(clause.particle());
    }

    /** Two who do something friendly that is aimed at nobody do it with each other; so do "both" whatever they do. */
    private static boolean friendly(Deed deed) {
        List<Actor> sources = deed.sources();
        boolean pair =
                sources.get(0).mention().first() == sources.get(1).mention().first();
        return switch (deed.type()) {
            case RETREAT, COOPERATE, AGREE, CONSULT -> true;
            case SUPPORT -> deed.has(VerbMark.TOGETHER);
            case SANCTION, ASSAULT, PROTEST, ACCUSE, THREATEN -> pair;
            default -> false;
        };
    }

    /** Those who do something friendly that is aimed at nobody. */
    Answer friends(Deed deed) {
        if (deed.codes().size() < 2 || deed.has(VerbMark.OBJECT) || !friendly(deed)) {
            return Answer.CONTINUE;
        }
        if (deed.has(VerbMark.THIRD) && deed.clause().relation() == ClauseRelation.RELATIVE) {
            return Answer.HANDLED; // "a truce brokered by X and Y"
        }
        EventType type = deed.has(VerbMark.THIRD) ? EventType.COOPERATE : deed.type(); // "X and Y brokered a truce"
        stage.both(deed.predicate().act(type, Rule.MUTUAL.at(EvidenceGrade.ELSEWHERE)), deed.sources(), deed.sources());
        return Answer.HANDLED;
    }

    /** "held a joint exercise against X": those who drill together cooperate, whomever they mean. */
    Answer drill(Deed deed) {
        if (!deed.has(VerbMark.DRILL) || deed.codes().size() < 2) {
            return Answer.CONTINUE;
        }
        stage.both(deed.predicate().act(EventType.COOPERATE, Rule.MUTUAL), deed.sources(), deed.sources());
        return Answer.handledIf(roles.targets(deed.clause(), deed.predicate().entry(), deed.codes()).stream()
                .allMatch(target -> FunctionWords.NEARBY.has(target.group().preposition())));
    }

    /** What several do with each other. */
    Answer mutual(Deed deed) {
        if (!deed.predicate().entry().mutual() && !reciprocal(deed.clause())) {
            return Answer.CONTINUE;
        }
        mutual(deed.predicate(), deed.type(), deed.sources(), deed.codes());
        return Answer.HANDLED;
    }

    /** Adds an act both ways: between those who do it together, or between them and those with whom they do it. */
    private void mutual(Predicate use, EventType type, List<Actor> sources, Set<String> codes) {
        Clause clause = use.clause();
        List<Actor> named = roles.targets(clause, use.entry(), codes).stream()
                .filter(target -> !topic(target.group()) && !bounds(target))
                .toList();
        List<Actor> targets = named.isEmpty() ? met(clause, type, codes) : named;
        NounGroup made = clause.passive() ? clause.subject() : null;
        NounEntry noun = made == null ? null : scene.event(made);
        if (sources.isEmpty() && made != null && noun != null && noun.mutual()) {
            List<Actor> participants = stage.nouns().participants(made, noun);
            List<Actor> sides = participants.size() > 1 ? participants : targets;
            stage.both(use.act(type, Rule.MUTUAL), sides, sides);
            return;
        }
        if (stage.lexicon().in(LexiconSet.TOURING, use.entry().id()) && !hosts.meet(clause)) {
            drafts.add(use.act(type, Rule.CLAUSE), sources, targets);
            return;
        }
        if (targets.isEmpty() && use.entry().id().equals("join")) {
            return; // "X, Y and Z joined the council": with whom they do something is not said
        }
        if (type == EventType.ASSAULT && comrades(clause, sources, targets)) {
            List<Actor> allies = sources.isEmpty() ? targets : sources;
            stage.both(use.act(EventType.COOPERATE, Rule.JOINT_FORCES), allies, allies);
            return;
        }
        String slot = use.entry().slots().isEmpty() ? "" : use.entry().slots().get(0);
        boolean visited = type == EventType.CONSULT && !targets.isEmpty() && (slot.equals("in") || slot.equals("to"));
        boolean among =
                codes.size() > 1 && !visited && (targets.isEmpty() || reciprocal(clause) || !with(targets, slot));
        if (targets.isEmpty() && !among && use.entry().operator() == VerbClass.AGREE) {
            consents.code(use, type, sources);
        } else if (sources.isEmpty() && targets.size() > 1 && !somebody(clause)) {
            stage.both(use.act(type, Rule.MUTUAL), targets, targets);
        } else if (among && type == EventType.CONSULT && codes.size() > LARGE) {
            List<Actor> host = venue(clause, codes);
            stage.both(use.act(type, Rule.MUTUAL), host, Actor.without(sources, Actor.codes(host)));
        } else if (among) {
            stage.both(use.act(type, Rule.MUTUAL), sources, sources);
        } else if ((type == EventType.RETREAT || type == EventType.AGREE)
                && targets.stream().allMatch(AnnotatedSentence::place)) {
            drafts.add(use.act(type, Rule.CLAUSE), sources, targets); // "announced a ceasefire in Yemen"
        } else if (use.status() == Status.INTENDED
                && (use.entry().id().equals("visit") || clause.relation() == ClauseRelation.INFINITIVE)) {
            drafts.add(use.act(type, Rule.CLAUSE), sources, targets);
        } else {
            drafts.add(use.act(type, Rule.MUTUAL), sources, targets);
            drafts.add(
                    use.act(type, Rule.MUTUAL),
                    targets.stream().filter(this::answers).toList(),
                    sources);
        }
    }

    /** Those with whom the verb before was done: "met X's minister and signed an agreement". */
    private List<Actor> met(Clause clause, EventType type, Set<String> codes) {
        NounGroup object = clause.object();
        NounEntry noun = object == null ? null : scene.event(object);
        boolean agreed = type == EventType.AGREE && (object == null || noun != null && noun.type() == EventType.AGREE);
        return agreed && codes.size() == 1 && clause.conjoined()
                ? stage.memory().lastMet(codes)
                : List.of();
    }

    /** Whether whoever takes part does so for a state: not "X's police clashed with Kenyan protesters". */
    private boolean answers(Actor target) {
        MentionKind kind = target.mention().kind();
        return target.direct()
                || kind != MentionKind.DEMONYM && kind != MentionKind.COUNTRY
                || !stage.lexicon()
                        .in(LexiconSet.PRIVATE, scene.singular(target.group().head()));
    }

    /** "a meeting on aid to X": what they talk about, not with whom. */
    private static boolean topic(NounGroup group) {
        NounGroup governor = group.governor();
        return FunctionWords.TOPIC.has(group.preposition())
                || governor != null && FunctionWords.TOPIC.has(governor.preposition());
    }

    /** "patrolled the border with X": where, not with whom. */
    private boolean bounds(Actor target) {
        NounGroup governor = target.group().governor();
        return governor != null && stage.lexicon().in(LexiconSet.FRONTIER, scene.singular(governor.head()));
    }

    /** "US and Iraqi forces battle insurgents", "militants clash with Kenyan and Somali troops": they fight somebody else. */
    private boolean comrades(Clause clause, List<Actor> sources, List<Actor> targets) {
        List<Actor> side = sources.isEmpty() ? targets : sources;
        boolean others = sources.isEmpty()
                ? clause.subject() != null && somebody(clause)
                : targets.isEmpty() && !reciprocal(clause) && faced(clause);
        return others && Actor.codes(side).size() > 1;
    }

    /** Whether a clause names an opponent, whoever that is: "battled insurgents", "clashed with gunmen". */
    private boolean faced(Clause clause) {
        return clause.arguments().stream()
                .anyMatch(argument -> argument.preposition() == null
                        ? scene.person(argument)
                        : argument.preposition().equals("with")
                                || argument.preposition().equals("against"));
    }

    /** "The rebels met envoys of X and Y": somebody else does it with each of them. */
    private boolean somebody(Clause clause) {
        NounGroup subject = clause.passive() ? null : clause.subject();
        return subject != null && (FunctionWords.PERSONAL_PRONOUN.has(scene.head(subject)) || scene.person(subject));
    }

    /** Those of {@code codes} in whose country they meet. */
    private List<Actor> venue(Clause clause, Set<String> codes) {
        return roles.after(clause, "in").stream()
                .filter(actor -> codes.contains(actor.code()))
                .toList();
    }

    /** Whether it is done with the targets, not to them; {@code slot} is where the verb has them first: "became members of X". */
    private static boolean with(List<Actor> targets, String slot) {
        String preposition = targets.get(0).group().preposition();
        return preposition == null
                || preposition.equals("with")
                || preposition.equals("between")
                || preposition.equals("of") && slot.equals("of");
    }

    /** "X and Y each …". */
    private boolean each(Clause clause) {
        int subject =
                clause.subject() == null ? clause.verb() : clause.subject().first();
        for (int i = subject; i < clause.verb(); i++) {
            if (scene.lower(i).equals("each")) {
                return true;
            }
        }
        return false;
    }

    /** "each other", "one another", "each … the other's". */
    private boolean reciprocal(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            String opener = scene.lower(argument.first());
            int second = Math.min(argument.first() + 1, scene.tokens().size() - 1);
            boolean each = opener.equals("each") && scene.lower(second).startsWith("other");
            boolean others = scene.lower(second).startsWith("other")
                    && opener.equals("the")
                    && second < argument.head()
                    && each(clause);
            if (each || others || opener.equals("one") && scene.lower(second).equals("another")) {
                return true;
            }
        }
        return false;
    }
}
