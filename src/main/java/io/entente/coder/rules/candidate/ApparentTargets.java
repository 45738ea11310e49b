package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Acts that only seem to be aimed at another state or bloc. What passes between the United States and its territories; what police and
 * courts do about a crime that was committed elsewhere or against another state's people ("arrested a man over the attack in Kenya"); and
 * what is done where a bloc meets, or in a meeting with people without office or with rebels; and what deserters do.
 */
public final class ApparentTargets {
    private final AnnotatedSentence scene;

    public ApparentTargets(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** The candidates without those that are not acts between states. */
    public List<CandidateEvent> drop(List<CandidateEvent> found) {
        return found.stream().filter(event -> !apparent(event)).toList();
    }

    private boolean apparent(CandidateEvent event) {
        return overseas(event)
                || investigates(event)
                || venue(event)
                || auspices(event)
                || scenery(event)
                || unofficial(event)
                || tables(event)
                || blocked(event)
                || led(event)
                || brawl(event)
                || prefixed(event.target())
                || deserts(event)
                || confersWithRebels(event);
    }

    /** "retook the strongholds of pro-Kenyan rebels": part of a longer word. */
    private boolean prefixed(Actor actor) {
        int before = actor.mention().first() - 2;
        return before >= 0
                && scene.contains(actor.group())
                && dash(before + 1)
                && scene.in(LexiconSet.PREFIX, scene.lower(before));
    }

    private boolean dash(int token) {
        return scene.lower(token).equals("-");
    }

    /** "Kenyan and Chadian fans clash": whose fight it is stands right before the noun. */
    private boolean brawl(CandidateEvent event) {
        int owner = event.first() - 1;
        return event.type() == EventType.ASSAULT
                && event.grounds().rule() == Rule.NOUN
                && owner > 0
                && scene.in(LexiconSet.PRIVATE, scene.singular(owner));
    }

    /** "quit the Kenyan-led alliance": who leads it is not it. */
    private boolean led(CandidateEvent event) {
        int next = event.target().mention().last();
        boolean member = event.type() == EventType.REJECT || event.type() == EventType.AGREE;
        return member
                && scene.contains(event.target().group())
                && next + 1 < scene.tokens().size()
                && dash(next)
                && scene.lower(next + 1).equals("led");
    }

    /** "A soldier crossed the border and defected": who runs over does not come to fight. */
    private boolean deserts(CandidateEvent event) {
        return (event.type() == EventType.ASSAULT || event.type() == EventType.MOBILIZE)
                && scene.parse().clauses().stream()
                        .anyMatch(clause -> scene.in(LexiconSet.DESERTING, clause.lemma())
                                && clause.subject() != null
                                && scene.actors(clause.subject()).stream().anyMatch(actor -> actor.code()
                                        .equals(event.source().code())));
    }

    /** "travelled to X to meet rebels": who confers with those who fight a state does not visit the state. */
    private boolean confersWithRebels(CandidateEvent event) {
        MentionKind kind = event.target().mention().kind();
        boolean place = kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.OTHER;
        return event.type() == EventType.CONSULT
                && (place || event.grounds().rule() == Rule.MUTUAL)
                && scene.parse().clauses().stream()
                        .anyMatch(clause -> clause.lemma().equals("meet") && rebels(clause));
    }

    private boolean rebels(Clause clause) {
        NounGroup met = clause.object() == null ? clause.argument("with") : clause.object();
        for (int i = met == null ? 0 : met.first(); met != null && i <= met.head(); i++) {
            if (scene.in(LexiconSet.IRREGULAR, scene.singular(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Chad blocked a proposal by Kenya": it was put to a council, not to who blocks it. */
    private boolean blocked(CandidateEvent event) {
        return event.type() == EventType.REQUEST
                && event.grounds().rule() == Rule.NOUN
                && scene.parse().clauses().stream()
                        .anyMatch(clause ->
                                scene.in(LexiconSet.VETOING, clause.lemma()) && named(event, clause.object()));
    }

    private static boolean named(CandidateEvent event, @Nullable NounGroup group) {
        return group != null && group.first() <= event.first() && event.first() < group.last();
    }

    /** "will host the G20 summit", "complained at the United Nations": where a bloc's members meet, nothing is done to the bloc. */
    private boolean venue(CandidateEvent event) {
        boolean named =
                switch (event.grounds().rule()) {
                    case CLAUSE, CLAUSE_ELSEWHERE, MUTUAL, LIGHT_VERB, REMARK_ABOUT -> true;
                    default -> false;
                };
        return named && event.type() != EventType.REJECT && (occasion(event.source()) || occasion(event.target()));
    }

    /** "joined the battle in Kisumu": the town takes no part in it. */
    private static boolean scenery(CandidateEvent event) {
        Actor actor = event.source();
        MentionKind kind = actor.mention().kind();
        return event.grounds().rule() == Rule.LIGHT_VERB
                && "in".equals(actor.group().preposition())
                && (kind == MentionKind.OTHER || kind == MentionKind.CAPITAL || kind == MentionKind.COUNTRY);
    }

    /** "ended the quarrel under the auspices of the United Nations". */
    private boolean auspices(CandidateEvent event) {
        NounGroup governor = event.target().group().governor();
        return event.target().mention().kind() == MentionKind.BLOC
                && governor != null
                && scene.contains(governor)
                && scene.head(governor).equals("auspices");
    }

    private boolean occasion(Actor bloc) {
        boolean known = bloc.mention().kind() == MentionKind.BLOC && scene.contains(bloc.group());
        boolean meets = known
                && bloc.mention().last() <= bloc.group().head()
                && scene.in(LexiconSet.GATHERING, scene.singular(bloc.group().head()));
        boolean seat =
                known && "UNO".equals(bloc.code()) && "at".equals(bloc.group().preposition());
        return meets || seat;
    }

    /** "A UN Security Council resolution sponsored by Kenya": it is tabled there, not in support of it. */
    private boolean tables(CandidateEvent event) {
        NounGroup draft = event.target().group();
        return event.type() == EventType.SUPPORT
                && "UNO".equals(event.target().code())
                && event.entries().stream()
                        .anyMatch(verb -> verb.startsWith("co-sponsor") || verb.startsWith("sponsor"))
                && scene.contains(draft)
                && scene.in(LexiconSet.DOCUMENT, scene.singular(draft.head()));
    }

    /** "met the deposed president of Chad", "met Chadian refugees": who meets people without office does not meet their state. */
    private boolean unofficial(CandidateEvent event) {
        return event.type() == EventType.CONSULT
                && (former(event.source())
                        || former(event.target())
                        || event.grounds().rule() == Rule.MUTUAL && privately(event.source()));
    }

    private boolean former(Actor actor) {
        NounGroup group = actor.group();
        int last = scene.contains(group) ? Math.min(actor.mention().last(), group.last()) : 0;
        for (int i = group.first(); i < last; i++) {
            if (scene.in(LexiconSet.FORMER, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean privately(Actor actor) {
        return actor.mention().kind() == MentionKind.DEMONYM
                && !actor.direct()
                && scene.contains(actor.group())
                && !scene.agents(actor.group()).contains(actor);
    }

    private boolean overseas(CandidateEvent event) {
        return scene.in(LexiconSet.OVERSEAS, event.source().code())
                && scene.in(LexiconSet.OVERSEAS, event.target().code());
    }

    /** "arrested a man over the attack in Kenya", "charged him with the murder of two Kenyans", "in conjunction with the Kenya attack". */
    private boolean investigates(CandidateEvent event) {
        boolean custody = event.type() == EventType.COERCE
                && (event.grounds().rule() == Rule.LIGHT_VERB
                        || event.entries().stream().anyMatch(verb -> scene.in(LexiconSet.CUSTODY, verb)));
        boolean beside = event.grounds().rule() == Rule.JOINTLY;
        return custody && crime(event.target()) || beside && (crime(event.source()) || crime(event.target()));
    }

    private boolean crime(Actor actor) {
        NounGroup group = actor.group();
        return scene.contains(group)
                && group.preposition() != null
                && !"after".equals(group.preposition())
                && (crime(group) || crime(group.governor()));
    }

    private boolean crime(@Nullable NounGroup group) {
        return group != null
                && (scene.in(LexiconSet.CRIME, scene.singular(group.head()))
                        || scene.in(LexiconSet.LINKAGE, scene.singular(group.head())));
    }
}
