package io.entente.actor;

import io.entente.actor.dictionary.Lexicon;
import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.WordMark;
import io.entente.avro.MentionKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives open groups their actors, going through an article in order (a centering model: subjects first, then the recent). */
final class Salience {
    private static final int REACH = 4;

    private final Lexicon lexicon;
    private final @Nullable String home;
    private final SalienceState discourse;
    private final Pronouns pronouns;

    Salience(Lexicon lexicon, @Nullable String home) {
        this.lexicon = lexicon;
        this.home = home;
        this.discourse = new SalienceState(lexicon);
        this.pronouns = new Pronouns(discourse);
    }

    /** Resolves the open groups of the next sentence. Those that stay open name nobody. */
    void read(TaggedSentence line, List<MentionCandidate> groups) {
        discourse.nextSentence();
        for (MentionCandidate group : groups) {
            if (!group.resolved()) {
                group.codes = switch (group.open) {
                    case NONE -> List.of();
                    case OFFICE -> office(line, group);
                    case PRONOUN -> pronoun(line, group);
                    case PAIR -> pair(line, group);
                    case LAND -> land(line, group);
                    case OTHER -> other(line, group);
                };
            }
            if (home != null && domestic(group, home)) {
                group.codes = List.of(home);
            }
            if (group.resolved()) {
                discourse.note(line, group);
            }
        }
    }

    /** "ISLAMABAD: The Foreign Office condemned …", "QUITO – Congress voted …": the usual name of a body of several states. */
    private static boolean domestic(MentionCandidate group, String home) {
        return ReferenceWords.FOREIGN_OFFICE.has(home) && "Foreign Office".equals(group.name)
                || ReferenceWords.CONGRESS.has(home) && "Congress".equals(group.name);
    }

    private static List<String> codes(@Nullable MentionCandidate group) {
        return group == null ? List.of() : group.codes;
    }

    private List<String> first(List<String> codes) {
        return codes.isEmpty() ? codes : List.of(codes.get(0));
    }

    private List<String> office(TaggedSentence line, MentionCandidate group) {
        if (!group.by.isEmpty()) {
            return pronouns.owner(line, group.by, group);
        }
        MentionCandidate same = earlier(group);
        if (attributes(line, group)) {
            MentionCandidate speaker = same == null ? person(group) : same;
            if (speaker != null) {
                return first(speaker.codes);
            }
        }
        if (discourse.fronted() != null) {
            return List.of(discourse.fronted());
        }
        if (discourse.subject() != null) {
            return first(discourse.subject().codes);
        }
        if (same != null) {
            return same.codes;
        }
        MentionCandidate before = group.person ? discourse.speaker() : discourse.before();
        if (before != null) {
            return first(before.codes);
        }
        return home != null ? List.of(home) : first(discourse.ranked(Set.of(), true));
    }

    /** "…,” he said": the speaker of a quote is not in it. */
    private List<String> pronoun(TaggedSentence line, MentionCandidate group) {
        MentionCandidate speaker =
                Gender.of(group.by) == Gender.PERSON && attributes(line, group) ? person(group) : null;
        return speaker == null ? pronouns.owner(line, group.by, group) : speaker.codes;
    }

    /** Whether the group follows a closing quotation mark, so that it names who spoke. */
    private static boolean attributes(TaggedSentence line, MentionCandidate group) {
        int at = group.first - (line.lower(group.first - 1).equals("the") ? 2 : 1);
        String mark = line.lower(at);
        boolean closes = mark.equals("\"") && at > 0 && !line.word(at - 1);
        return closes && line.has(group.last, WordMark.ACT);
    }

    /** The last person in the sentences before. */
    private @Nullable MentionCandidate person(MentionCandidate group) {
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= REACH; i--) {
            if (seen.get(i).sentence < group.sentence && Gender.PERSON.fits(seen.get(i))) {
                return seen.get(i);
            }
        }
        return null;
    }

    /** The last group with the same noun, a few sentences back at most. */
    private @Nullable MentionCandidate earlier(MentionCandidate group) {
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= REACH; i--) {
            if (seen.get(i).noun.equals(group.noun)) {
                return seen.get(i);
            }
        }
        return null;
    }

    private List<String> pair(TaggedSentence line, MentionCandidate group) {
        if (ordinal(group.by)) {
            return ordinal(group);
        }
        int count = group.by.charAt(0) - '0';
        String possessor = group.by.substring(1);
        Set<String> not = possessor.isEmpty() ? Set.of() : Set.copyOf(pronouns.owner(line, possessor, group));
        MentionCandidate subject = discourse.subject();
        List<String> named = count == 2 && possessor.isEmpty() ? coordinated(group, subject) : List.of();
        if (!named.isEmpty()) {
            return named;
        }
        List<String> ranked = discourse.ranked(not, true);
        boolean object = discourse.objectPosition(line, group) && (!not.isEmpty() || closed(line, group.last));
        if (subject != null && object) {
            List<String> others = discourse.ranked(Set.copyOf(subject.codes), true);
            ranked = others.size() >= count ? others : ranked;
        }
        return ranked.size() < 2 ? List.of() : List.copyOf(ranked.subList(0, Math.min(count, ranked.size())));
    }

    /** The last two who were named side by side: "scolded A and B", "A and B met". */
    private List<String> coordinated(MentionCandidate group, @Nullable MentionCandidate subject) {
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i > 0 && group.sentence - seen.get(i).sentence <= 1; i--) {
            MentionCandidate last = seen.get(i);
            MentionCandidate before = seen.get(i - 1);
            boolean two = last.joined && !before.joined && before.sentence == last.sentence;
            if (two && (i + 1 == seen.size() || !seen.get(i + 1).joined)) {
                Set<String> codes = new LinkedHashSet<>(before.codes);
                codes.addAll(last.codes);
                boolean own =
                        subject != null && codes.contains(subject.codes.get(0)) && subject.sentence == group.sentence;
                return codes.size() == 2 && !own && codes.stream().allMatch(discourse::country)
                        ? List.copyOf(codes)
                        : List.of();
            }
        }
        return List.of();
    }

    /** Whether no verb can follow, so that "thanked both" has its object there: unlike "said both were". */
    private static boolean closed(TaggedSentence line, int at) {
        return !line.word(at)
                || line.has(at, WordMark.PREPOSITION)
                || line.lower(at).equals("to");
    }

    private static boolean ordinal(String by) {
        return by.equals("former") || by.equals("latter");
    }

    /** "the former", "the latter": of the last two that were named. */
    private List<String> ordinal(MentionCandidate group) {
        List<String> last = recent(group);
        return last.size() < 2 ? List.of() : List.of(last.get(group.by.equals("latter") ? 0 : 1));
    }

    /** The last two actors that were named, the last one first. */
    private List<String> recent(MentionCandidate group) {
        List<MentionCandidate> seen = discourse.seen();
        List<String> last = new ArrayList<>();
        for (int i = seen.size() - 1;
                i >= 0 && last.size() < 2 && group.sentence - seen.get(i).sentence <= REACH;
                i--) {
            for (int k = seen.get(i).codes.size() - 1; k >= 0 && last.size() < 2 && !ordinal(seen.get(i).by); k--) {
                String code = seen.get(i).codes.get(k);
                if (!last.contains(code)) {
                    last.add(code);
                }
            }
        }
        return last;
    }

    private List<String> land(TaggedSentence line, MentionCandidate group) {
        if (!group.by.isEmpty()) {
            return first(pronouns.owner(line, group.by, group));
        }
        if (group.noun.equals("country") || group.noun.equals("nation") || group.noun.equals("homeland")) {
            MentionCandidate near = discourse.subject() != null ? discourse.subject() : discourse.before();
            boolean country = near != null && discourse.country(near.codes.get(0));
            return country ? first(codes(near)) : first(discourse.ranked(Set.of(), true));
        }
        for (String code : discourse.ranked(Set.of(), false)) {
            Lexicon.Actor actor = lexicon.actor(code);
            boolean union = group.noun.equals("union") && (code.equals("EUU") || code.equals("AFU"));
            if (actor != null && (actor.form().contains(group.noun) || union)) {
                return List.of(code);
            }
        }
        return List.of();
    }

    private List<String> other(TaggedSentence line, MentionCandidate group) {
        if (group.by.isEmpty()) {
            return visit(group);
        }
        List<String> owner = pronouns.owner(line, group.by, group);
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence < REACH; i--) {
            for (String code : seen.get(i).codes) {
                if (!owner.contains(code) && discourse.country(code) && seen.get(i).kind != MentionKind.CAPITAL) {
                    return List.of(code);
                }
            }
        }
        return first(discourse.ranked(Set.copyOf(owner), true));
    }

    /** "the host" is whose capital the meeting is in, "the guest" the other one. */
    private List<String> visit(MentionCandidate group) {
        String where = null;
        Set<String> people = new LinkedHashSet<>();
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= REACH; i--) {
            boolean capital = seen.get(i).kind == MentionKind.CAPITAL;
            where = capital && where == null ? seen.get(i).codes.get(0) : where;
            people.addAll(seen.get(i).codes);
        }
        if (where == null) {
            return List.of();
        }
        if (group.noun.equals("host")) {
            return List.of(where);
        }
        people.remove(where);
        return people.size() == 1 ? List.copyOf(people) : List.of();
    }
}
