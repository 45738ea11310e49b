package io.entente.coder.rules.clause;

import io.entente.avro.Status;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose words the contents of a clause are, to whom they are said, and how much of them is stated as a fact: that-clauses and their nouns. */
public final class SpeechContents {
    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final Attribution attribution;

    SpeechContents(AnnotatedSentence scene, PatternMatcher matcher, Attribution attribution) {
        this.scene = scene;
        this.matcher = matcher;
        this.attribution = attribution;
    }

    /** The context of a clause that says what {@code parent} is about. */
    Factuality of(Clause clause, Clause parent, Factuality above) {
        Speaker voice = parent.passive() ? teller(parent, above.voice()) : attribution.voice(parent.subject());
        Status told = above.status() == null || above.status() == Status.DENIED ? null : Status.ASSERTED;
        NounGroup noun = clause.parentNoun();
        if (above.said() && expletive(parent)) {
            return new Factuality(told, above.voice(), above.counterpart(), true);
        }
        boolean wanted = noun != null && scene.in(LexiconSet.CONTENT, scene.singular(noun.head()));
        if (none(noun) || wanted) { // "the demand that X withdraw its troops"
            return new Factuality(null, voice, List.of(), false);
        }
        List<Actor> claimants =
                noun != null && scene.in(LexiconSet.CLAIMS, scene.head(noun)) ? owners(noun) : List.of();
        if (!claimants.isEmpty()) {
            Speaker claim = new Speaker(claimants, null);
            return new Factuality(Status.REPORTED, claim, claimants, true);
        }
        if (noun == null && scene.in(LexiconSet.IMAGINING, parent.lemma())) {
            return new Factuality(null, voice, hearers(parent), speaks(parent));
        }
        return switch (matcher.operator(parent)) {
            case SAY, ADMIT, CALL, HITBACK, RESPOND, REJECT, CONTINUE, THANK, SUPPORT ->
                new Factuality(told, voice, hearers(parent), speaks(parent));
            case WARN, THREATEN, VOW, PROMISE, PLAN -> new Factuality(Status.INTENDED, voice, hearers(parent), false);
            case DENY -> new Factuality(told == null ? null : Status.DENIED, voice, List.of(), false);
            case ACCUSE, ALLEGE, COMPLAIN, CONDEMN -> new Factuality(Status.REPORTED, voice, voice.actors(), false);
            case URGE, ASK, DEMAND, OFFER, AGREE, ACCEPT, REFUSE -> new Factuality(null, voice, List.of(), false);
            default ->
                clause.parentNoun() != null && scene.in(LexiconSet.SAYING, scene.head(clause.parentNoun()))
                        ? new Factuality(Status.ASSERTED, voice, hearers(parent), true)
                        : above;
        };
    }

    /** "says it is likely that X …", "says there is no doubt that X …": what depends on such a clause is what is said. */
    private boolean expletive(Clause clause) {
        NounGroup subject = clause.subject();
        return clause.lemma().equals("be")
                && !clause.negated()
                && (subject == null
                        || scene.lower(subject.head()).equals("it")
                        || scene.lower(subject.head()).equals("there"));
    }

    /** "a French claim that …": whose claim it is. */
    private List<Actor> owners(NounGroup noun) {
        List<Actor> before = scene.agents(noun).stream()
                .filter(actor -> actor.mention().first() < noun.head())
                .toList();
        List<Actor> found = new ArrayList<>(before);
        for (NounGroup modifier : noun.modifiers()) {
            boolean by = "by".equals(modifier.preposition()) || "from".equals(modifier.preposition());
            found.addAll(found.isEmpty() && by ? scene.agents(modifier) : List.of());
        }
        return found;
    }

    private boolean speaks(Clause parent) {
        return switch (matcher.operator(parent)) {
            case SAY, RESPOND, HITBACK -> true;
            default -> false;
        };
    }

    /** "X was told by Y that …": Y's words; without an agent those of whoever speaks anyway. */
    private Speaker teller(Clause parent, Speaker above) {
        NounGroup agent = parent.argument("by");
        return agent == null ? above : attribution.voice(agent);
    }

    List<Actor> hearers(Clause parent) {
        if (parent.passive()) {
            return scene.agents(parent.subject());
        }
        for (NounGroup argument : parent.arguments()) {
            String preposition = argument.preposition();
            boolean hears = preposition == null || preposition.equals("on") || preposition.equals("to");
            List<Actor> actors = hears ? scene.agents(argument) : List.of();
            if (!actors.isEmpty()) {
                return actors;
            }
        }
        return List.of();
    }

    /** "no intention of", "no plan to". */
    boolean none(@Nullable NounGroup group) {
        return group != null
                && scene.lower(group.first()).equals("no")
                && !scene.head(group).equals("time")
                && !scene.head(group).equals("trouble");
    }
}
