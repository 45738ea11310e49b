package io.entente.coder.rules.inference;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deeds that are only named as the reason of what another state does about them, so that whoever is punished or blamed did them:
 * "sanctions against X over the annexation of Y".
 */
final class Provocations implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    Provocations(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = reason(group) || answered(group)
                    ? state.lexicon().nounOf(state.scene().head(group))
                    : null;
            boolean any = state.scene().lower(group.first()).equals("any");
            if (noun != null
                    && !any
                    && deed(group, noun)
                    && !state.nounFactuality()
                            .isUnreal(group, state.nounClauses().of(group))) {
                provocation(group, noun);
            }
        }
    }

    /** "over the invasion", "in response to the attack". */
    private boolean reason(NounGroup group) {
        NounGroup governor = group.governor();
        boolean answered = governor != null
                && state.lexicon().in(LexiconSet.ANSWER, state.scene().head(governor))
                && "to".equals(group.preposition());
        return answered || FunctionWords.PROVOCATION.has(group.preposition());
    }

    private boolean deed(NounGroup group, NounEntry noun) {
        return !noun.mutual()
                && (EventTypes.force(noun.type()) || noun.type() == EventType.SANCTION || armed(group, noun));
    }

    /** "military intervention": force, where an intervention alone is only blamed. */
    private boolean armed(NounGroup group, NounEntry noun) {
        return noun.type() == EventType.ACCUSE
                && group.head() > group.first()
                && state.lexicon().in(LexiconSet.MILITARY, state.scene().lower(group.head() - 1));
    }

    private void provocation(NounGroup group, NounEntry noun) {
        List<Actor> agents = state.nouns().agents(group, noun);
        List<Actor> victims = state.nouns().targets(group, noun, Actor.codes(agents));
        if (victims.isEmpty()) {
            suffered(group, noun, agents);
            return;
        }
        boolean named = agents.stream().anyMatch(this::named);
        List<Actor> doers = named ? agents : blamed(Actor.codes(victims));
        EventType type = noun.type() == EventType.ACCUSE ? EventType.ASSAULT : noun.type();
        Act act = SentenceCodingState.act(group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.PROVOCATION.grounds())
                .as(type, EventTypes.intensity(type), Status.ASSERTED);
        state.drafts().addMissing(act, doers, victims);
    }

    /** Whether it is a name; "its" may be anybody's in the sentence. */
    private boolean named(Actor actor) {
        String opener = state.scene().lower(actor.mention().first());
        return actor.mention().kind() != MentionKind.REFERENCE
                && (!FunctionWords.DETERMINER.has(opener) || FunctionWords.ARTICLE.has(opener));
    }

    /**
     * "protested over X's raid", "sparked by X's seizure of the islands": it was done to whoever answers it, if nobody else is named.
     * Whoever only condemns it is mostly a third party.
     */
    private void suffered(NounGroup group, NounEntry noun, List<Actor> agents) {
        boolean severe = noun.type() != EventType.SANCTION && EventTypes.force(noun.type());
        if (!severe || Actor.codes(agents).size() != 1 || agents.stream().anyMatch(Actor::national)) {
            return;
        }
        Set<String> own = Actor.codes(agents);
        List<Actor> answering = state.drafts().all().stream()
                .filter(draft -> draft.type() != EventType.ACCUSE
                        && answers(draft)
                        && own.contains(draft.target().code()))
                .map(CandidateEvent::source)
                .filter(actor -> actor.mention().actorKind() == ActorKind.COUNTRY)
                .toList();
        if (Actor.codes(answering).size() == 1
                && Actor.codes(around.states(own)).equals(Actor.codes(answering))) {
            Act act = SentenceCodingState.act(
                    group, noun, Status.ASSERTED, Factuality.NARRATED, Rule.PROVOCATION.grounds());
            state.drafts().addMissing(act, agents, answering.subList(0, 1));
        }
    }

    /** Whether it is what somebody condemns. */
    private boolean answered(NounGroup group) {
        Clause clause = state.nounClauses().of(group);
        return clause != null
                && clause.object() == group
                && switch (state.matcher().operator(clause)) {
                    case CONDEMN, REJECT, ACCUSE, COMPLAIN -> true;
                    default -> false;
                };
    }

    /** The one state other than the victims toward which the sentence reports something hostile. */
    private List<Actor> blamed(Set<String> victims) {
        List<Actor> found = state.drafts().all().stream()
                .filter(Provocations::answers)
                .map(CandidateEvent::target)
                .filter(actor -> actor.mention().actorKind() == ActorKind.COUNTRY && !victims.contains(actor.code()))
                .collect(Collectors.toList());
        return Actor.codes(found).size() == 1 ? found.subList(0, 1) : List.of();
    }

    private static boolean answers(CandidateEvent event) {
        return switch (event.type()) {
            case SANCTION, ACCUSE, PROTEST, REJECT, THREATEN -> true;
            case REQUEST -> event.sign() < 0; // "demanded an apology for the raid"
            default -> false;
        };
    }
}
