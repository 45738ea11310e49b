package io.entente.actor;

import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives open groups their actors, going through an article in order and remembering who has been in the foreground:
 * subjects count more than others, recent sentences more than distant ones (a centering model with decay).
 */
final class Salience {
    private static final double DECAY = 0.75;
    private static final double SUBJECT = 2;
    private static final int REACH = 4;
    private static final Set<String> DIRECTIVES =
            Set.of("demanded", "demands", "insisted", "insists", "requested", "asked", "urged", "ordered", "proposed");
    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "when", "until", "once", "after", "before", "because", "while");
    private static final Set<String> CASES = Set.of(
            "of", "with", "from", "by", "to", "against", "for", "over", "after", "between", "toward", "towards", "on",
            "about", "into", "despite", "amid", "under", "behind", "via", "through", "before", "than");

    private final Lexicon lexicon;
    private final @Nullable String home;
    private final Map<String, Double> scores = new HashMap<>();
    private final List<Group> seen = new ArrayList<>();
    private @Nullable Group subject;
    private @Nullable Group clause;
    private @Nullable Group before;
    private @Nullable String fronted;

    Salience(Lexicon lexicon, @Nullable String home) {
        this.lexicon = lexicon;
        this.home = home;
        if (home != null) {
            scores.put(home, 0.5);
        }
    }

    /** Resolves the open groups of the next sentence. Those that stay open name nobody. */
    void read(Line line, List<Group> groups) {
        scores.replaceAll((code, score) -> score * DECAY);
        before = subject == null ? before : subject;
        subject = null;
        clause = null;
        fronted = null;
        for (Group group : groups) {
            if (!group.resolved()) {
                group.codes = switch (group.open) {
                    case NONE -> List.of();
                    case OFFICE -> one(office(line, group));
                    case PRONOUN -> pronoun(line, group);
                    case PAIR -> pair(line, group);
                    case LAND -> one(land(line, group));
                    case OTHER -> one(other(line, group));
                };
            }
            if (group.resolved()) {
                note(line, group);
            }
        }
    }

    private static List<String> one(@Nullable String code) {
        return code == null ? List.of() : List.of(code);
    }

    private void note(Line line, Group group) {
        int at = start(line, group);
        boolean place = line.has(at - 1, Mark.PREPOSITION) && !group.person;
        boolean oblique = place || CASES.contains(line.lower(at - 1));
        boolean foreground = !oblique && !group.attribute;
        if (place && subject == null && fronted == null) {
            fronted = group.codes.get(0);
        }
        if (foreground && subject == null) {
            subject = group;
        }
        if (foreground && (clause == null || opensClause(line, at))) {
            clause = group;
        }
        for (String code : group.codes) {
            scores.merge(code, group == subject ? SUBJECT : place ? 0.6 : 1.0, Double::sum);
        }
        seen.add(group);
    }

    private static int start(Line line, Group group) {
        int at = group.first;
        while (at > 0
                && (line.lower(at - 1).equals("the")
                        || line.lower(at - 1).equals("a")
                        || line.lower(at - 1).equals("\"")
                        || line.has(at - 1, Mark.MODIFIER) && line.hit(at - 1) == null)) {
            at--;
        }
        return at;
    }

    private static boolean opensClause(Line line, int at) {
        return switch (line.lower(at - 1)) {
            case "that", "but", "while", "whereas", "if", "because", "and", ";", "," -> true;
            default -> false;
        };
    }

    private @Nullable String office(Line line, Group group) {
        if (!group.by.isEmpty()) {
            return first(owner(line, group.by, group));
        }
        if (fronted != null) {
            return fronted;
        }
        Group same = earlier(group);
        Group holder = subject;
        if (holder != null && holder != group) {
            return holder.codes.get(0);
        }
        if (same != null) {
            return same.codes.get(0);
        }
        if (before != null) {
            return before.codes.get(0);
        }
        return home != null ? home : top(Set.of(), true);
    }

    /** The last group with the same noun, a few sentences back at most. */
    private @Nullable Group earlier(Group group) {
        for (int i = seen.size() - 1; i >= 0; i--) {
            Group other = seen.get(i);
            if (group.sentence - other.sentence > REACH) {
                return null;
            }
            if (other.noun.equals(group.noun)) {
                return other;
            }
        }
        return null;
    }

    private List<String> pronoun(Line line, Group group) {
        return owner(line, group.by, group);
    }

    /** Whom a pronoun stands for. */
    private List<String> owner(Line line, String pronoun, Group group) {
        boolean person =
                switch (pronoun) {
                    case "he", "she", "him", "his", "her" -> true;
                    default -> false;
                };
        boolean it = pronoun.equals("it") || pronoun.equals("its");
        boolean directed =
                line.lower(group.first - 1).equals("that") && DIRECTIVES.contains(line.lower(group.first - 2));
        boolean object = pronoun.equals("him") || pronoun.equals("them");
        Group chosen = null;
        if (directed || object) {
            chosen = last(group, person, it, subject);
        }
        if (chosen == null
                && clause != null
                && CONDITIONS.contains(line.lower(group.first - 1))
                && fits(clause, person, it)) {
            chosen = clause;
        }
        if (chosen == null && subject != null && fits(subject, person, it)) {
            chosen = subject;
        }
        if (chosen == null && subject == null && before != null && fits(before, person, it)) {
            chosen = before;
        }
        if (chosen == null) {
            chosen = last(group, person, it, null);
        }
        if (chosen == null) {
            chosen = subject != null ? subject : before;
        }
        return chosen == null ? List.of() : chosen.codes;
    }

    private static boolean fits(Group group, boolean person, boolean it) {
        boolean human = group.person || group.kind == MentionKind.LEADER || group.kind == MentionKind.PERSON;
        return person ? human && !group.plural : !it || !human && group.codes.size() == 1 && !group.plural;
    }

    /** The last fitting group but {@code not}, in this sentence or the one before. */
    private @Nullable Group last(Group group, boolean person, boolean it, @Nullable Group not) {
        for (int i = seen.size() - 1; i >= 0; i--) {
            Group other = seen.get(i);
            if (group.sentence - other.sentence > 2) {
                return null;
            }
            if (other != not && fits(other, person, it) && (not == null || !other.codes.equals(not.codes))) {
                return other;
            }
        }
        return null;
    }

    private List<String> pair(Line line, Group group) {
        if (group.by.equals("former") || group.by.equals("latter")) {
            return ordinal(group);
        }
        int count = group.by.startsWith("each") ? 2 : group.by.charAt(0) - '0';
        String possessor = group.by.startsWith("each") ? "" : group.by.substring(1);
        Set<String> not = possessor.isEmpty() ? Set.of() : Set.copyOf(owner(line, possessor, group));
        List<String> ranked = ranked(not, true);
        if (ranked.size() < 2) {
            return List.of();
        }
        return List.copyOf(ranked.subList(0, Math.min(count, ranked.size())));
    }

    /** "the former", "the latter": of the last two that were named. */
    private List<String> ordinal(Group group) {
        List<String> last = new ArrayList<>();
        for (int i = seen.size() - 1; i >= 0 && last.size() < 2; i--) {
            String code = seen.get(i).codes.get(0);
            if (!last.contains(code)) {
                last.add(code);
            }
        }
        return last.size() < 2 ? List.of() : List.of(last.get(group.by.equals("latter") ? 0 : 1));
    }

    private @Nullable String land(Line line, Group group) {
        if (!group.by.isEmpty()) {
            return first(owner(line, group.by, group));
        }
        boolean any = group.noun.equals("country") || group.noun.equals("nation") || group.noun.equals("homeland");
        if (any) {
            return subject != null && countries(subject)
                    ? subject.codes.get(0)
                    : before != null && countries(before) ? before.codes.get(0) : top(Set.of(), true);
        }
        for (String code : ranked(Set.of(), false)) {
            Lexicon.Actor actor = lexicon.actor(code);
            boolean union = group.noun.equals("union") && (code.equals("EUU") || code.equals("AFU"));
            if (actor != null && (actor.form().contains(group.noun) || union)) {
                return code;
            }
        }
        return null;
    }

    private boolean countries(Group group) {
        return lexicon.kind(group.codes.get(0)) == ActorKind.COUNTRY;
    }

    private @Nullable String other(Line line, Group group) {
        List<String> owner = group.by.isEmpty()
                ? subject == null ? before == null ? List.of() : before.codes : subject.codes
                : owner(line, group.by, group);
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence < REACH; i--) {
            String code = seen.get(i).codes.get(0);
            if (!owner.contains(code) && lexicon.kind(code) == ActorKind.COUNTRY) {
                return code;
            }
        }
        return top(Set.copyOf(owner), true);
    }

    private @Nullable String top(Set<String> not, boolean country) {
        return first(ranked(not, country));
    }

    private List<String> ranked(Set<String> not, boolean country) {
        List<String> codes = new ArrayList<>();
        for (String code : scores.keySet()) {
            if (!not.contains(code) && (!country || lexicon.kind(code) == ActorKind.COUNTRY)) {
                codes.add(code);
            }
        }
        codes.sort(Comparator.comparingDouble((String code) -> -scores.getOrDefault(code, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return codes;
    }

    private static @Nullable String first(List<String> codes) {
        return codes.isEmpty() ? null : codes.get(0);
    }
}
