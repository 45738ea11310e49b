package io.entente.coder.rules.clause;

import io.entente.avro.Status;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom a sentence as a whole is attributed: "…," said the minister; X, its envoy complained, …; according to the ministry, …. */
public final class Attribution {
    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final Speaker outer;
    private final List<Clause> trailing = new ArrayList<>(2);
    private @Nullable Speaker accordingTo;

    /** Whether a headline names its source: "ministry: X shelled Y" is said, unlike what is so "according to" somebody. */
    private boolean headed;

    Attribution(AnnotatedSentence scene, PatternMatcher matcher, Speaker outer) {
        this.scene = scene;
        this.matcher = matcher;
        this.outer = outer;
        for (Clause clause : scene.parse().clauses()) {
            if (trailing(clause)) {
                trailing.add(clause);
            }
            for (NounGroup argument : clause.arguments()) {
                if ("according to".equals(argument.preposition())) {
                    accordingTo = voice(argument);
                }
            }
        }
        if (accordingTo == null) {
            accordingTo = headed();
            headed = accordingTo != null;
        }
        for (NounGroup group : scene.parse().groups()) {
            if (accordingTo == null && "according to".equals(group.preposition())) {
                accordingTo = voice(group);
            }
        }
    }

    /** "Seoul: North Korean soldiers crossed line", "Syrian jets bombed village - ministry": who says what a headline reports. */
    private @Nullable Speaker headed() {
        List<NounGroup> groups = scene.parse().groups();
        if (groups.isEmpty() || !scene.parse().headline()) {
            return null;
        }
        NounGroup first = groups.get(0);
        NounGroup last = groups.get(groups.size() - 1);
        int size = scene.tokens().size();
        if (first.first() == 0
                && first.last() < size
                && scene.lower(first.last()).equals(":")) {
            return voice(first);
        }
        boolean closing = last.last() == size
                && last.first() > 0
                && (scene.lower(last.first() - 1).equals("-")
                        || scene.lower(last.first() - 1).equals("–")
                        || scene.lower(last.first() - 1).equals(":"))
                && last.preposition() == null;
        return closing && !scene.agents(last).isEmpty() ? voice(last) : null;
    }

    /** The voice that ends up carrying the sentence: that of its last attribution, or the outer one. */
    Speaker last() {
        Speaker last = accordingTo != null ? accordingTo : outer;
        for (Clause clause : scene.parse().clauses()) {
            boolean speaks = matcher.operator(clause) == VerbClass.SAY || trailing.contains(clause);
            if (speaks && clause.subject() != null) {
                last = voice(clause.subject());
            }
        }
        return last;
    }

    /** Those for whom a speaker speaks. */
    Speaker voice(@Nullable NounGroup group) {
        return group == null
                ? Speaker.NARRATOR
                : new Speaker(scene.agents(group), scene.text(group.first(), group.last()));
    }

    /** The context of a clause that depends on no other. */
    Factuality of(Clause clause) {
        for (Clause speech : trailing) {
            if (speech != clause && (clause.verb() < speech.verb() || trailing.get(0) == speech)) {
                return new Factuality(Status.ASSERTED, voice(speech.subject()), subjectMatter(speech), true);
            }
        }
        if (accordingTo != null) {
            return new Factuality(Status.ASSERTED, accordingTo, List.of(), headed);
        }
        return outer.narrator() ? Factuality.NARRATED : new Factuality(Status.ASSERTED, outer, List.of(), true);
    }

    /** Whether the clause only says whose the words around it are, to nobody in particular. */
    boolean attributes(Clause clause) {
        return clause.arguments().isEmpty() && trailing.contains(clause);
    }

    /** A verb of speaking that says nothing itself: what it says stands before it, or around it. */
    private boolean trailing(Clause clause) {
        if (clause.relation() != ClauseRelation.MAIN
                || clause.passive()
                || clause.subject() == null
                || !speaks(clause)) {
            return false;
        }
        for (Clause other : scene.parse().clauses()) {
            if (other != clause && other.parent() == clause && other.relation() == ClauseRelation.COMPLEMENT) {
                return false;
            }
        }
        NounGroup object = clause.object();
        return object == null || clause.lemma().equals("tell");
    }

    private boolean speaks(Clause clause) {
        return switch (matcher.operator(clause)) {
            case SAY, ALLEGE -> true;
            case COMPLAIN, CONDEMN, WARN, ADMIT, VOW, DEMAND, URGE, ASK, HITBACK, RESPOND, PROMISE, THREATEN, DENY ->
                quoted(clause);
            default -> exclaims(clause) && quoted(clause);
        };
    }

    private boolean exclaims(Clause clause) {
        return clause.particle() == null && scene.in(LexiconSet.EXCLAIMING, clause.lemma());
    }

    /** Whether a quote ends right before the verb and its subject. */
    private boolean quoted(Clause clause) {
        NounGroup subject = clause.subject();
        int first = subject == null ? clause.first() : Math.min(clause.first(), subject.first());
        boolean comma = first > 0 && scene.lower(first - 1).equals(",");
        return quote(first) || quote(first - 1) || comma && quote(first - 2);
    }

    private boolean quote(int token) {
        return token > 0 && scene.lower(token).equals("\"");
    }

    /** "said of Turkey", "told Israel": whom the words concern. */
    private List<Actor> subjectMatter(Clause speech) {
        for (NounGroup argument : speech.arguments()) {
            String preposition = argument.preposition();
            if (preposition == null
                    || preposition.equals("of")
                    || preposition.equals("about")
                    || preposition.equals("to")) {
                List<Actor> actors = scene.agents(argument);
                if (!actors.isEmpty()) {
                    return actors;
                }
            }
        }
        return List.of();
    }
}
