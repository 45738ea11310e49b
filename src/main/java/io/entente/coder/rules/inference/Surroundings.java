package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which states a sentence names around an act: by their land, their people, their officers, their armed groups. */
final class Surroundings {
    private final AnnotatedSentence scene;
    private @Nullable List<Actor> named;

    Surroundings(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** All actors of the sentence in order, each in the group in which it stands or after which it comes. */
    List<Actor> named() {
        List<Actor> all = named;
        if (all == null) {
            all = new ArrayList<>(scene.mentions().size());
            for (ActorMention mention : scene.mentions()) {
                NounGroup group = hyphenated(mention) ? null : group(mention);
                if (group != null) {
                    all.add(new Actor(mention, group, mention.last() > group.head()));
                }
            }
            named = all;
        }
        return all;
    }

    /** "pro-Kenyan", "Kenyan-American": part of a longer word. */
    private boolean hyphenated(ActorMention mention) {
        return (mention.kind() == MentionKind.DEMONYM || mention.kind() == MentionKind.COUNTRY)
                && (dash(mention.first() - 1) || dash(mention.last()));
    }

    private boolean dash(int token) {
        return token >= 0
                && token < scene.tokens().size()
                && (scene.lower(token).equals("-") || scene.lower(token).equals("–"));
    }

    private @Nullable NounGroup group(ActorMention mention) {
        NounGroup before = null;
        for (NounGroup group : scene.parse().groups()) {
            if (group.first() - 1 <= mention.first() && mention.first() < group.last()) {
                return group;
            }
            if (group.last() <= mention.first() && (before == null || before.last() < group.last())) {
                before = group;
            }
        }
        return before;
    }

    /** The only state other than {@code excluded} that the sentence names otherwise than by its people; nobody if there are several. */
    List<Actor> only(Set<String> excluded) {
        List<Actor> others = select(actor -> !excluded.contains(actor.code()) && actor.country() && !people(actor));
        Set<String> codes = new LinkedHashSet<>(Actor.codes(others));
        return codes.size() == 1 ? others.subList(0, 1) : List.of();
    }

    /** The states other than {@code excluded} that the sentence names. */
    List<Actor> states(Set<String> excluded) {
        return select(actor -> !excluded.contains(actor.code()) && actor.country());
    }

    /** The place in a state other than {@code excluded} that is named nearest to a token. */
    List<Actor> place(int token, Set<String> excluded) {
        return nearest(token, actor -> !excluded.contains(actor.code()) && actor.country() && place(actor));
    }

    /** The people of a state other than {@code excluded} that are named nearest to a token. */
    List<Actor> people(int token, Set<String> excluded) {
        return nearest(token, actor -> !excluded.contains(actor.code()) && actor.country() && people(actor));
    }

    /** The state other than {@code excluded} in which the armed group is at home that is named next after a token; nobody if one of those has it on its own ground. */
    List<Actor> home(int token, Set<String> excluded) {
        return nearest(
                        token,
                        actor -> actor.mention().home() != null
                                && actor.mention().first() > token
                                && !excluded.contains(actor.mention().home())
                                && excluded.stream().noneMatch(actor.mention()::basedIn))
                .stream()
                .map(actor -> new Actor(
                        actor.mention().of(String.valueOf(actor.mention().home()), ActorKind.COUNTRY),
                        actor.group(),
                        actor.direct()))
                .toList();
    }

    /** Whom, or which place, the first of {@code groups} names that fits and names anybody other than {@code excluded}. */
    List<Actor> named(List<NounGroup> groups, Predicate<NounGroup> fits, Set<String> excluded) {
        return groups.stream()
                .filter(fits)
                .map(group -> scene.nearest(group, excluded, true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Where what a noun names takes place: "a summit in X". */
    List<Actor> venue(NounGroup group, Set<String> excluded) {
        return named(group.modifiers(), modifier -> FunctionWords.VENUE.has(modifier.preposition()), excluded);
    }

    /** Whether a person stands for a state, as those do who visit and attend. */
    static boolean statesman(Actor actor) {
        return switch (actor.mention().kind()) {
            case LEADER, PERSON, OFFICE, REFERENCE -> true;
            default -> false;
        };
    }

    private List<Actor> nearest(int token, Predicate<Actor> fits) {
        Actor nearest = null;
        int distance = Integer.MAX_VALUE;
        for (Actor actor : select(fits)) {
            int first = actor.mention().first();
            int apart = first > token ? first - token : 2 * (token - first);
            if (apart < distance) {
                nearest = actor;
                distance = apart;
            }
        }
        return nearest == null ? List.of() : List.of(nearest);
    }

    private List<Actor> select(Predicate<Actor> fits) {
        return named().stream().filter(fits).toList();
    }

    /** Whether the name says where something is: a country, a capital or a town after a preposition or a comma, "the Syrian city of …". */
    boolean place(Actor actor) {
        ActorMention mention = actor.mention();
        MentionKind kind = mention.kind();
        NounGroup group = actor.group();
        boolean within = mention.first() < group.last();
        boolean frontier = frontier(group) || group.governor() != null && frontier(group.governor());
        boolean area = within
                && mention.last() <= group.head()
                && (scene.in(LexiconSet.JURISDICTION, scene.singular(group.head()))
                        || scene.in(LexiconSet.AREA, scene.singular(group.head())));
        if (kind == MentionKind.DEMONYM) {
            return area && !frontier;
        }
        boolean land = kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.OTHER;
        boolean ends = !within || mention.last() > group.head() || area || kind == MentionKind.OTHER;
        boolean led =
                !within || group.preposition() != null || kind == MentionKind.OTHER || afterTown(mention.first() - 1);
        return land && ends && led && !frontier && !FunctionWords.NOT_GROUND.has(group.preposition());
    }

    /** "struck Newtown, X": a comma after a name that is nobody's. */
    private boolean afterTown(int comma) {
        return comma > 0
                && scene.lower(comma).equals(",")
                && scene.tokens().get(comma - 1).capitalised()
                && !scene.covered(comma - 1);
    }

    private boolean frontier(NounGroup group) {
        return scene.in(LexiconSet.FRONTIER, scene.singular(group.head()));
    }

    /** Whether the name says whose people are meant: "a Kenyan woman", "two Kenyans". */
    boolean people(Actor actor) {
        ActorMention mention = actor.mention();
        NounGroup group = actor.group();
        boolean head = mention.first() <= group.head() && group.head() < mention.last();
        boolean adjective = mention.kind() == MentionKind.DEMONYM
                || mention.kind() == MentionKind.COUNTRY
                        && group.first() <= mention.first()
                        && mention.last() <= group.head()
                        && !scene.lower(mention.last()).startsWith("'");
        return adjective
                && mention.actorKind() == ActorKind.COUNTRY
                && ("people".equals(mention.role())
                        || head
                        || mention.last() <= group.head()
                                && (scene.in(LexiconSet.NATIONAL, scene.singular(group.head()))
                                        || scene.in(LexiconSet.CIVILIAN, scene.singular(group.head()))
                                        || scene.in(LexiconSet.PRIVATE, scene.singular(group.head()))));
    }
}
