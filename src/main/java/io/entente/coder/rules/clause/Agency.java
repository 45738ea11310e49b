package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;

/** Who of those whom the noun groups of a sentence name acts for a state, and whose name only says where, who or what is meant. */
final class Agency {
    private final AnnotatedSentence scene;
    private final EventLexicon lexicon;

    Agency(AnnotatedSentence scene, EventLexicon lexicon) {
        this.scene = scene;
        this.lexicon = lexicon;
    }

    /** Whether the actor acts through its group. */
    boolean acts(Actor actor) {
        return !privately(actor) && !former(actor) && !owned(actor.mention()) && !town(actor) && !one(actor);
    }

    /** "A NATO member", "one EU country": one of them is not the bloc. */
    private boolean one(Actor actor) {
        NounGroup group = actor.group();
        String opener = scene.lower(group.first());
        return actor.mention().actorKind() == ActorKind.BLOC
                && !actor.direct()
                && group.head() > actor.mention().first()
                && (opener.equals("a") || opener.equals("an") || opener.equals("one"))
                && lexicon.in(LexiconSet.ONE_OF, scene.singular(group.head()))
                && !scene.lower(group.head()).endsWith("s");
    }

    /** "Newtown asked for help": a town or a region is where something happens; it does not act for its state. */
    private static boolean town(Actor actor) {
        ActorMention mention = actor.mention();
        return mention.kind() == MentionKind.OTHER
                && mention.actorKind() == ActorKind.COUNTRY
                && mention.first() <= actor.group().head()
                && actor.group().head() < mention.last();
    }

    /** "A Turkish-owned ship": it can be seized, but does nothing for Turkey. */
    private boolean owned(ActorMention mention) {
        int next = mention.last();
        return next + 1 < scene.tokens().size()
                && scene.lower(next).equals("-")
                && lexicon.in(LexiconSet.OWNED, scene.lower(next + 1));
    }

    /**
     * Whether the group is about somebody or something of the country that does not act for it: "Turkish engineers", "a Danish firm", "a
     * Spanish heatwave". After a mere name or adjective the noun must be one by which a state acts.
     */
    private boolean privately(Actor actor) {
        NounGroup group = actor.group();
        if (amongPrivate(actor)) {
            return true;
        }
        boolean covered = actor.mention().first() <= group.head()
                && group.head() < actor.mention().last();
        if (covered && (counted(actor.mention(), group) || sharesPrivate(actor))) {
            return true;
        }
        if (covered || actor.mention().actorKind() == ActorKind.ARMED_GROUP) {
            return false;
        }
        String head = scene.singular(group.head());
        return lexicon.in(LexiconSet.PRIVATE, head)
                || civil(group)
                || ofPrivate(actor.mention(), group)
                || !actor.direct() && bare(actor.mention()) && !stately(actor.mention(), group, head);
    }

    /** "Kenyan, Ugandan and Chadian tourists": all of them are tourists. */
    private boolean sharesPrivate(Actor actor) {
        if (actor.mention().kind() != MentionKind.DEMONYM
                || "people".equals(actor.mention().role())) {
            return false;
        }
        List<NounGroup> conjuncts = list(actor.group()).conjuncts();
        NounGroup end = conjuncts.isEmpty() ? actor.group() : conjuncts.get(conjuncts.size() - 1);
        return end != actor.group() && lexicon.in(LexiconSet.PRIVATE, scene.singular(end.head()));
    }

    /** "One of two Kenyan hostages". */
    private boolean amongPrivate(Actor actor) {
        return actor.group().modifiers().stream()
                .anyMatch(modifier -> "of".equals(modifier.preposition())
                        && modifier.first() <= actor.mention().first()
                        && actor.mention().last() <= modifier.head()
                        && lexicon.in(LexiconSet.PRIVATE, scene.singular(modifier.head())));
    }

    /** "A Kenyan cargo ship", "a passenger plane". */
    private boolean civil(NounGroup group) {
        return group.head() > group.first() && lexicon.in(LexiconSet.CIVIL, scene.lower(group.head() - 1));
    }

    /** "Former president X", "the deposed minister": who has left office speaks for no state. */
    private boolean former(Actor actor) {
        return switch (actor.mention().kind()) {
            case LEADER, PERSON, OFFICE, COUNTRY, DEMONYM, BLOC, INSTITUTION -> {
                int first = Math.min(actor.group().first(), actor.mention().first());
                boolean left = false;
                for (int i = Math.max(0, first - 1);
                        i < actor.mention().last() && i < actor.group().last();
                        i++) {
                    left |= lexicon.in(LexiconSet.FORMER, scene.lower(i));
                }
                yield left;
            }
            default -> false;
        };
    }

    /** "Some 30,000 Sudanese", "protests from Sudanese", "Sudanese and Chadians": so many people, not "the Sudanese", are not their state. */
    private boolean counted(ActorMention mention, NounGroup group) {
        boolean people = mention.kind() == MentionKind.DEMONYM && mention.actorKind() == ActorKind.COUNTRY;
        for (int i = group.first(); people && i < mention.first(); i++) {
            if (AnnotatedSentence.number(scene.tokens().get(i).text().replace(",", ""))
                    || lexicon.in(LexiconSet.CROWD, scene.lower(i))) {
                return true;
            }
        }
        boolean bare = people && group.first() == mention.first() && !definite(list(group));
        boolean those = "people".equals(mention.role()) && !scene.parse().headline() && !spokenOf(group);
        return bare && ("from".equals(group.preposition()) || those);
    }

    /** "replied that Kenyans had shown contempt": in what an opponent says they stand for their state. */
    private boolean spokenOf(NounGroup group) {
        return scene.parse().clauses().stream()
                .anyMatch(clause -> clause.relation() == ClauseRelation.COMPLEMENT && clause.subject() == group);
    }

    /** The first of the groups with which one is coordinated. */
    private NounGroup list(NounGroup group) {
        for (NounGroup other : scene.parse().groups()) {
            if (other.conjuncts().contains(group)) {
                return other;
            }
        }
        return group;
    }

    private boolean definite(NounGroup group) {
        return group.first() > 0 && scene.lower(group.first() - 1).equals("the");
    }

    /** "Sudanese rebel leaders", "a Palestinian militant group's chief": whose leaders they are speaks for no state. */
    private boolean ofPrivate(ActorMention mention, NounGroup group) {
        for (int i = group.first(); i < group.head(); i++) {
            boolean outside = i >= mention.last() || i < mention.first();
            if (outside
                    && lexicon.in(LexiconSet.IRREGULAR, scene.singular(i))
                    && !(i > 0 && scene.lower(i - 1).equals("-"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean bare(ActorMention mention) {
        return switch (mention.kind()) {
            case COUNTRY, CAPITAL, BLOC, DEMONYM, OTHER, REFERENCE -> true;
            default -> false;
        };
    }

    private boolean stately(ActorMention mention, NounGroup group, String head) {
        NounEntry event = scene.event(group);
        boolean scenery = event != null && EventTypes.force(event.type()) && placeName(mention);
        return scene.agentive(group)
                || lexicon.in(LexiconSet.ACTING, head)
                || scene.document(group)
                || lexicon.in(LexiconSet.GIFT, head)
                || event != null && !scenery;
    }

    /** Whether the words are a place's name before a noun, "Mali blasts", and no adjective, genitive or abbreviation. */
    boolean placeName(ActorMention mention) {
        boolean town = mention.kind() == MentionKind.CAPITAL || mention.kind() == MentionKind.OTHER;
        boolean land =
                mention.kind() == MentionKind.COUNTRY && mention.text().chars().anyMatch(Character::isLowerCase);
        return (town || land)
                && mention.last() < scene.tokens().size()
                && !scene.lower(mention.last()).startsWith("'");
    }

    /** Whether the actor's name only distinguishes a matter from others: "the Iraq war", "the Kosovo question", "the Baghdad talks". */
    boolean topic(Actor actor) {
        NounGroup group = actor.group();
        ActorMention mention = actor.mention();
        String head = scene.singular(group.head());
        boolean named = placeName(mention);
        boolean people = mention.kind() == MentionKind.DEMONYM && mention.actorKind() == ActorKind.COUNTRY;
        return mention.last() == group.head()
                && ((named || people) && lexicon.in(LexiconSet.MATTER, head)
                        || named && lexicon.in(LexiconSet.TALK, head));
    }
}
