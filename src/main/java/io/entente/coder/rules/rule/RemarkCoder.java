package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes what a state says of another where nothing stronger was reported between the two: "Kenya's minister said that Uganda had
 * moved its school holidays" is a remark about Uganda.
 */
final class RemarkCoder {
    private static final double BAD = -0.4;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    RemarkCoder(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    void code() {
        for (Clause clause : scene.parse().clauses()) {
            Factuality context = stage.contexts().of(clause);
            if (clause.subject() != null && (content(clause, context) || framed(clause, context))) {
                code(clause, context);
            }
        }
    }

    /** "said that Kenya …". */
    private boolean content(Clause clause, Factuality context) {
        Clause parent = clause.parent();
        return clause.relation() == ClauseRelation.COMPLEMENT
                && parent != null
                && (context.said() || alleged(clause))
                && !contact(clause, parent)
                && !stage.lexicon().in(LexiconSet.NEWSBREAK, parent.lemma());
    }

    /**
     * "Kenya has every chance, the Ugandan minister said": what it is, not what it does, which may be news from anybody. What a hearer is
     * told may be an answer to him.
     */
    private boolean framed(Clause clause, Factuality context) {
        return clause.relation() == ClauseRelation.MAIN
                && context.said()
                && context.counterpart().isEmpty()
                && !scene.lower(Objects.requireNonNull(clause.subject()).first())
                        .equals("it")
                && context.voice().actors().stream().allMatch(speaker -> follows(speaker, clause))
                && stage.matcher().entries(clause).stream().allMatch(entry -> entry.type() == null);
    }

    /** Whether a speaker is named after the clause, with nothing but the clause between. */
    private boolean follows(Actor speaker, Clause clause) {
        boolean after = scene.contains(speaker.group()) && speaker.group().first() > clause.verb();
        for (int i = clause.last(); after && i < speaker.group().first(); i++) {
            after = !scene.lower(i).equals(";");
        }
        return after;
    }

    /** "voiced concern at the hardship the people of X are facing": what follows describes the noun before it and is not said. */
    private boolean contact(Clause clause, Clause parent) {
        NounGroup subject = Objects.requireNonNull(clause.subject());
        NounGroup object = parent.object();
        return clause.introducer() == null
                && object != null
                && subject.first() > object.last()
                && scene.parse().groups().stream().anyMatch(group -> group.last() == subject.first());
    }

    /** "claims that X did …": nobody else need say so. */
    private boolean alleged(Clause clause) {
        return clause.parent() != null
                && stage.matcher().operator(clause.parent()) == VerbClass.ALLEGE
                && clause.relation() == ClauseRelation.COMPLEMENT
                && blames(clause);
    }

    /** Whether the remark is a reproach: what it says is hostile, or only claimed. */
    private boolean blames(Clause clause) {
        Clause parent = clause.parent();
        boolean hostile = stage.matcher().entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.type() != null
                        && EventTypes.hostile(e.type())
                        && e.type() != EventType.MOBILIZE
                        && !scene.denies(clause.object()));
        if (!clause.negated() && hurts(clause.subject()) || condemns(clause)) {
            return true;
        }
        if (clause.modality() != Modality.NONE) {
            return false;
        }
        return clause.negated()
                ? stage.lexicon().in(LexiconSet.DUTIFUL, clause.lemma())
                : parent != null && stage.lexicon().in(LexiconSet.ALLEGING, parent.lemma())
                        || hostile && !clause.passive()
                        || schemes(clause)
                        || sides(clause);
    }

    /** "says that Kenya wants to topple …": what it is up to. */
    private boolean schemes(Clause clause) {
        return stage.lexicon().in(LexiconSet.SCHEMING, clause.lemma())
                && stage.childrenOf(clause).stream()
                        .filter(child -> child.relation() == ClauseRelation.INFINITIVE)
                        .anyMatch(child -> stage.lexicon().misdeed(AnnotatedSentence.key(child))
                                || stage.matcher().entries(child).stream()
                                        .limit(1)
                                        .anyMatch(e -> e.type() != null && EventTypes.hostile(e.type())));
    }

    /** "says that Kenya arms the rebels": who helps insurgents does wrong. */
    private boolean sides(Clause clause) {
        boolean helps = stage.matcher().entries(clause).stream()
                .limit(1)
                .anyMatch(e ->
                        e.type() == EventType.AID || e.type() == EventType.SUPPORT || e.type() == EventType.COOPERATE);
        int end = stage.roles().end(clause);
        for (int i = clause.last(); helps && i < end; i++) {
            if (scene.in(LexiconSet.IRREGULAR, scene.singular(i))) {
                return true;
            }
        }
        return false;
    }

    /** "said that the strike was a violation of …", "that the comments were contrary to …", "that X's plan is not serious". */
    private boolean condemns(Clause clause) {
        double judgement = stage.judgement(clause.verb(), stage.roles().end(clause));
        return clause.negated() ? judgement >= -BAD && clause.lemma().equals("be") : judgement <= BAD;
    }

    /** "says that Kenya has the right to …". */
    private boolean grants(Clause clause) {
        NounGroup object = clause.object();
        return clause.lemma().equals("have")
                && !clause.negated()
                && object != null
                && !scene.denies(object)
                && scene.singular(object.head()).equals("right");
    }

    /** "says that Kenya has complied with its obligations". */
    private boolean keeps(Clause clause) {
        return !clause.negated()
                && !clause.passive()
                && clause.modality() == Modality.NONE
                && stage.lexicon().in(LexiconSet.DUTIFUL, clause.lemma())
                && clause.arguments().stream()
                        .anyMatch(argument -> scene.in(LexiconSet.DUTY, scene.singular(argument.head())));
    }

    /** "said that Kenya and Uganda will hold talks": what the speaker's own do with others is no remark about them. */
    private boolean shared(Clause clause, Set<String> speakers) {
        return !clause.lemma().equals("be")
                && !clause.passive()
                && scene.agents(clause.subject()).stream()
                        .anyMatch(actor -> actor.direct() && speakers.contains(actor.code()));
    }

    /** "says that the sanctions are …", "declared that the violence amounts to …": of what does harm nothing good is said. */
    private boolean hurts(@Nullable NounGroup subject) {
        NounEntry noun = subject == null ? null : scene.event(subject);
        return subject != null
                && (noun != null && noun.type() == EventType.SANCTION && !noun.has(NounMark.LIGHT)
                        || scene.in(LexiconSet.CRUELTY, scene.singular(subject.head())));
    }

    /** Who is the subject, or did what the subject names: "claims that an X air strike has killed …". */
    private List<Actor> spokenOf(Clause clause, EventType type) {
        NounGroup subject = clause.subject();
        NounEntry noun = subject == null || type != EventType.ACCUSE ? null : scene.event(subject);
        List<Actor> agents = subject != null && noun != null && EventTypes.force(noun.type())
                ? stage.nouns().agents(subject, noun)
                : List.of();
        List<Actor> done =
                clause.passive() && type == EventType.ACCUSE ? stage.roles().after(clause, "by") : List.of();
        return Actor.first(agents, done, clause.passive() ? List.of() : scene.agents(subject));
    }

    /** "said that the sanctions on X are illegal": it is not X who is blamed. */
    private boolean hit(Clause clause, List<Actor> named, Set<String> speakers) {
        NounGroup subject = clause.subject();
        NounEntry noun = subject == null ? null : scene.event(subject);
        return subject != null && noun != null && stage.nouns().hits(subject, noun, named, speakers);
    }

    /** Whose affairs a remark is about: "the killings in X", "there is no evidence against X". */
    private List<Actor> concerned(Clause clause, Set<String> speakers) {
        NounGroup subject = clause.subject();
        if (subject == null || scene.person(subject) || people(subject) || clause.passive()) {
            return List.of();
        }
        boolean empty = FunctionWords.EXPLETIVE.has(scene.head(subject));
        if (empty && !clause.lemma().equals("be")) {
            return List.of();
        }
        List<Actor> found = empty ? List.of() : scene.nearest(subject, speakers, true);
        boolean nothing =
                scene.denies(clause.object()); // "there is no end to the war in X", not "there is a famine in X"
        for (NounGroup argument : empty ? clause.arguments() : List.<NounGroup>of()) {
            found = found.isEmpty() ? scene.nearest(argument, speakers, nothing) : found;
        }
        found = found.isEmpty() && empty ? stage.roles().below(clause, speakers, true) : found;
        return found.size() > 2 ? List.of() : found;
    }

    /** "said that 300 Kenyans had fled". */
    private boolean people(NounGroup subject) {
        return scene.actors(subject).stream().anyMatch(Actor::national);
    }

    private void code(Clause clause, Factuality context) {
        EventType type = blames(clause)
                ? EventType.ACCUSE
                : grants(clause) || keeps(clause) ? EventType.SUPPORT : EventType.STATEMENT;
        Set<String> speakers = Actor.codes(context.voice().actors());
        if (shared(clause, speakers)) {
            return;
        }
        for (Actor speaker : context.voice().actors()) {
            List<Actor> spokenOf = spokenOf(clause, type).stream()
                    .filter(actor -> actor.direct() || type == EventType.ACCUSE)
                    .toList();
            boolean named = !spokenOf.isEmpty();
            if (!named) {
                spokenOf = concerned(clause, speakers);
                spokenOf = condemns(clause) && hit(clause, spokenOf, speakers) ? List.of() : spokenOf;
            }
            spokenOf = spokenOf.stream()
                    .filter(actor -> actor.mention().kind() != MentionKind.REFERENCE
                            && !stage.drafts().has(speaker.code(), actor.code()))
                    .toList();
            stage.drafts()
                    .add(
                            SentenceCodingState.act(
                                    clause,
                                    type,
                                    EventTypes.intensity(type),
                                    Status.ASSERTED,
                                    context,
                                    (named ? Rule.REMARK : Rule.REMARK_ABOUT).grounds(),
                                    null),
                            List.of(speaker),
                            spokenOf);
        }
    }
}
