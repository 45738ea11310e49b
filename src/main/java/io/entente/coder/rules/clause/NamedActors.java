package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is named by a noun group: in itself, in what is coordinated with it, in what it belongs to, in a list after it. */
public final class NamedActors {
    private final AnnotatedSentence scene;
    private final EventLexicon lexicon;

    NamedActors(AnnotatedSentence scene, EventLexicon lexicon) {
        this.scene = scene;
        this.lexicon = lexicon;
    }

    /** The actors that {@code group} names, each once, its own before those that it belongs to. */
    List<Actor> actors(NounGroup group) {
        List<Actor> listed = listed(group);
        if (!listed.isEmpty()) {
            return listed;
        }
        List<Actor> found = new ArrayList<>(2);
        own(group, found);
        for (NounGroup conjunct : group.conjuncts()) {
            own(conjunct, found);
        }
        if (found.isEmpty() && scene.lower(group.first()).equals("whose")) {
            owners(group, found);
        }
        return distinct(found);
    }

    /** "Cambodia, whose rockets …": they are what the clause is about. */
    private void owners(NounGroup group, List<Actor> found) {
        for (Clause clause : scene.parse().clauses()) {
            NounGroup owner = clause.antecedent();
            if (owner != null
                    && owner != group
                    && (clause.subject() == group || clause.arguments().contains(group))) {
                for (Actor actor : scene.actors(owner)) {
                    found.add(new Actor(actor.mention(), group, scene.agentive(group)));
                }
                return;
            }
        }
    }

    /** "five European countries, including X and Y": those whom the list names. */
    private List<Actor> listed(NounGroup group) {
        if (!lexicon.in(LexiconSet.SEVERAL, scene.head(group))
                || scene.covered(group.head()) && scene.singular(group.head()).equals(scene.head(group))) {
            return List.of();
        }
        for (NounGroup modifier : group.modifiers()) {
            if ("such as".equals(modifier.preposition()) || "like".equals(modifier.preposition())) {
                return scene.actors(modifier);
            }
        }
        int end = after(group);
        int opener = end < scene.tokens().size()
                        && (scene.lower(end).equals(",") || scene.lower(end).equals("-"))
                ? end + 1
                : end;
        int list =
                opener < scene.tokens().size() && FunctionWords.LIST_OPENER.has(scene.lower(opener)) ? opener + 1 : -1;
        list = list > 0 && list < scene.tokens().size() && FunctionWords.LIST_FILLER.has(scene.lower(list))
                ? list + 1
                : list;
        list = opener == end + 1 && list < 0 && scene.lower(end).equals("-") ? opener : list;
        List<Actor> found = new ArrayList<>(2);
        for (NounGroup other : list < 0 ? List.<NounGroup>of() : scene.parse().groups()) {
            if (other.first() == list) {
                for (Actor actor : scene.actors(other)) {
                    found.add(new Actor(actor.mention(), group, true));
                }
            }
        }
        return distinct(found);
    }

    /** Index after a group, all that is coordinated with it and all that hangs on it. */
    private int after(NounGroup group) {
        int end = group.last();
        for (NounGroup conjunct : group.conjuncts()) {
            end = Math.max(end, after(conjunct));
        }
        for (NounGroup modifier : group.modifiers()) {
            end = Math.max(end, after(modifier));
        }
        return end;
    }

    private void own(NounGroup group, List<Actor> found) {
        int before = found.size();
        for (ActorMention mention : scene.mentions()) {
            if (mention.first() < group.last()
                    && mention.last() > group.first()
                    && mention.first() >= group.first() - 1
                    && !attached(mention)
                    && !posted(mention)) {
                found.add(new Actor(mention, group, mention.last() > group.head() || scene.agentive(group)));
            }
        }
        boolean direct = false;
        int reach = 0;
        for (Actor actor : found.subList(before, found.size())) {
            direct |= actor.direct();
            reach = Math.max(reach, actor.mention().last());
        }
        for (NounGroup modifier : group.modifiers()) {
            List<NounGroup> absorbed = reach > modifier.first() ? modifier.conjuncts() : List.of();
            for (NounGroup conjunct : absorbed) {
                for (Actor actor : scene.actors(conjunct)) {
                    found.add(new Actor(actor.mention(), group, true));
                    direct = true;
                    reach = Math.max(reach, actor.mention().last());
                }
            }
        }
        if (!direct && (found.size() == before || scene.agentive(group))) {
            boolean agent = scene.agentive(group) || scene.quantity(group);
            boolean weapon = weapon(scene.singular(group.head()));
            for (NounGroup modifier : group.modifiers()) {
                String preposition = modifier.preposition();
                boolean where = "in".equals(preposition) && !scene.agentive(group); // "an armed group in X"
                if (FunctionWords.AFFILIATION.has(preposition)
                        && !where
                        && (agent && !weapon || "of".equals(preposition))) {
                    for (Actor actor : scene.actors(modifier)) {
                        found.add(new Actor(actor.mention(), group, agent));
                    }
                }
                if (agent && weapon && "from".equals(preposition)) {
                    force(modifier, group, found);
                }
            }
        }
    }

    /** "a helicopter from the Kenyan-led coalition": whose it is, not where it is. */
    private void force(NounGroup modifier, NounGroup group, List<Actor> found) {
        for (Actor actor : scene.actors(modifier)) {
            MentionKind kind = actor.mention().kind();
            if (actor.direct() && (kind == MentionKind.INSTITUTION || kind == MentionKind.BLOC)) {
                found.add(new Actor(actor.mention(), group, true));
            }
        }
    }

    /** "a mortar in X", "fighters in X": where a weapon is says nothing of whose it is. */
    private boolean weapon(String noun) {
        return lexicon.in(LexiconSet.WEAPON, noun) || lexicon.in(LexiconSet.AIRCRAFT, noun);
    }

    /** "Kenya's U.N. ambassador", "its U.N. diplomats": where they are posted, not for whom they speak. */
    private boolean posted(ActorMention mention) {
        int owner = mention.first() - 1;
        owner -= owner > 0 && scene.lower(owner).startsWith("'") ? 1 : 0;
        return mention.kind() == MentionKind.OFFICE
                && mention.actorKind() == ActorKind.BLOC
                && lexicon.in(LexiconSet.ENVOY, scene.singular(mention.last() - 1))
                && owner >= 0
                && scene.covered(owner);
    }

    /** Whether the name is only part of an adjective: "pro-Iranian", "Syrian-backed". */
    private boolean attached(ActorMention mention) {
        int before = mention.first() - 2;
        int after = mention.last() + 1;
        boolean prefixed = before >= 0
                && scene.lower(before + 1).equals("-")
                && lexicon.in(LexiconSet.PREFIX, scene.lower(before));
        return prefixed
                || after < scene.tokens().size()
                        && scene.lower(after - 1).equals("-")
                        && lexicon.in(LexiconSet.SUFFIX, scene.lower(after));
    }

    private static List<Actor> distinct(List<Actor> actors) {
        if (actors.size() < 2) {
            return actors;
        }
        Map<String, Actor> byCode = new LinkedHashMap<>();
        for (Actor actor : actors) {
            byCode.merge(actor.code(), actor, (a, b) -> !a.direct() && b.direct() ? b : a);
        }
        return new ArrayList<>(byCode.values());
    }
}
