package io.entente.actor;

import io.entente.actor.dictionary.WordMark;
import io.entente.avro.MentionKind;
import org.jspecify.annotations.Nullable;

/** Names to which an apposition gives an office: "Chile's finance minister, N. N.," or "N. N., Chile's finance minister". */
final class Appositions {
    private final IntroducedPeople names;
    private final MentionGrammar grammar;

    /**
     * Those of one article.
     *
     * @param names the names that it makes known
     * @param grammar reads the office after a name
     */
    Appositions(IntroducedPeople names, MentionGrammar grammar) {
        this.names = names;
        this.grammar = grammar;
    }

    /** "Chile's deputy finance minister, N. N.," and "the Danish ambassador to Ghana, N. N.,": makes the name known. */
    void nameAfter(TaggedSentence line, MentionCandidate group) {
        if (group.kind != MentionKind.OFFICE || group.plural || group.name != null || !group.resolved()) {
            return;
        }
        int at = group.last;
        FormMatch host = line.lower(at).equals("to") || line.lower(at).equals("in")
                ? line.hit(Offices.article(line, at + 1))
                : null;
        at = host == null ? at : host.last();
        int end = line.lower(at).equals(",") && line.hit(at + 1) == null ? names.end(line, at + 1) : at;
        boolean closed = line.lower(end).equals(",") || line.lower(end).equals(".") || end == line.size();
        if (end - at > 2 && closed && personal(line, at + 1, end)) {
            String name = line.text(at + 1, end);
            names.introduce(name, new IntroducedPeople.Person(group.codes.get(0), name, group.role, group.post));
        }
    }

    /** A name known from this article; or "N. N., Chile's deputy finance minister", which makes it known. */
    @Nullable
    MentionCandidate nameAt(TaggedSentence line, int i) {
        int end = names.end(line, i);
        if (end == i) {
            return null;
        }
        String name = line.text(i, end);
        IntroducedPeople.Person known = names.known(name);
        if (known != null) {
            return MentionCandidate.introduced(line, i, end, known);
        }
        if (end - i < 2 || !line.lower(end).equals(",") || !personal(line, i, end)) {
            return null;
        }
        int at = Offices.article(line, end + 1);
        if (line.hit(at) == null && !line.has(at, WordMark.MODIFIER)) {
            return null;
        }
        MentionCandidate office = grammar.at(line, at);
        if (office == null || !office.resolved() || office.kind != MentionKind.OFFICE || office.plural) {
            return null;
        }
        IntroducedPeople.Person person =
                new IntroducedPeople.Person(office.codes.get(0), name, office.role, office.post);
        names.introduce(name, person);
        return MentionCandidate.introduced(line, i, end, person);
    }

    private static boolean personal(TaggedSentence line, int first, int last) {
        boolean place = line.lower(first - 1).equals("the")
                || line.has(first - 1, WordMark.PREPOSITION)
                || line.capitalised(first - 1);
        return !place && !line.has(last - 1, WordMark.GEOGRAPHY);
    }
}
