package io.entente.actor;

import io.entente.actor.dictionary.FormNode;
import io.entente.actor.dictionary.Forms;
import io.entente.actor.dictionary.Lexicon;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import io.entente.language.segment.Tokens;
import org.jspecify.annotations.Nullable;

/** Looks every token up in the tree of forms, and takes the longest form that begins at each. Linear in the text. */
final class Scanner {
    private final Lexicon lexicon;

    Scanner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    TaggedSentence scan(int index, Sentence sentence, int day) {
        Tokens tokens = sentence.tokens();
        int size = tokens.size();
        String[] keys = new String[size];
        int words = 0;
        int capitals = 0;
        for (int i = 0; i < size; i++) {
            Token token = tokens.get(i);
            keys[i] = Forms.key(token);
            if (keys[i].length() > 3) {
                words++;
                capitals += token.capitalised() ? 1 : 0;
            }
        }
        int[] marks = new int[size];
        @Nullable FormMatch[] hits = new FormMatch[size];
        for (int i = 0; i < size; i++) {
            if (!keys[i].isEmpty()) {
                FormNode node = lexicon.node(keys[i]);
                if (node != null) {
                    marks[i] |= node.marks();
                    hits[i] = longest(tokens, keys, i, node, marks, day);
                }
            }
        }
        for (int i = 0; i + 1 < size; i++) {
            FormMatch hit = hits[i];
            FormMatch next = hits[i + 1];
            if (hit != null && next != null && keys[i].equals("the") && next.last() > hit.last()) {
                hits[i] = null; // "the West Bank" has nothing of "the West"
            }
        }
        return new TaggedSentence(index, sentence, marks, hits, titleCase(tokens, words, capitals));
    }

    /** Whether nearly every word has a capital, as in some outlets' headlines. */
    private static boolean titleCase(Tokens tokens, int words, int capitals) {
        boolean ended = tokens.get(tokens.size() - 1).lower().equals(".");
        return !ended && words >= 4 && capitals * 10 >= words * 7;
    }

    private static @Nullable FormMatch longest(
            Tokens tokens, String[] keys, int first, FormNode start, int[] marks, int day) {
        FormMatch best = null;
        int caps = 0;
        int depth = 0;
        int i = first;
        FormNode node = start;
        while (true) {
            if (tokens.get(i).capitalised() || depth > 0 && keys[i - 1].isEmpty()) {
                caps |= 1 << depth;
            }
            depth++;
            if (depth > 1) {
                marks[first] |= node.marks();
            }
            if (node.senses().length > 0) {
                Sense[] fitting = fitting(node.senses(), caps, depth == 1 ? tokens.get(i) : null);
                if (fitting.length > 0 && (best == null || !loses(best, fitting, day))) {
                    best = new FormMatch(first, i + 1, fitting);
                }
            }
            int next = node.leaf() ? -1 : next(keys, tokens, i + 1);
            FormNode child = next < 0 ? null : node.next(keys[next]);
            if (child == null && next >= 0 && initial(tokens.get(next))) {
                next = next(keys, tokens, next + 1);
                child = next < 0 ? null : node.next(keys[next]);
            }
            if (child == null) {
                return best;
            }
            node = child;
            i = next;
        }
    }

    /**
     * Whether the longer form is past and the shorter one is not, so that the shorter one is meant ("Serbia and Montenegro" in
     * 2024). A person's whole name always goes before its parts.
     */
    private static boolean loses(FormMatch shorter, Sense[] longer, int day) {
        return longer[0].type() != Type.PERSON && !current(longer, day) && current(shorter.senses(), day);
    }

    private static boolean current(Sense[] senses, int day) {
        for (Sense sense : senses) {
            if (sense.on(day)) {
                return true;
            }
        }
        return false;
    }

    /** The next word of a name: hyphens and apostrophes are passed over, other marks end it. */
    private static int next(String[] keys, Tokens tokens, int from) {
        for (int i = from; i < keys.length; i++) {
            if (!keys[i].isEmpty()) {
                return i;
            }
            String mark = tokens.get(i).lower();
            if (!mark.equals("-") && !mark.equals("'") && !mark.equals("’") && !mark.equals("&")) {
                return -1;
            }
        }
        return -1;
    }

    /** A middle initial such as the J. of Donald J. Trump. */
    private static boolean initial(Token token) {
        return token.text().length() == 2 && token.text().charAt(1) == '.' && token.capitalised();
    }

    /** Those of {@code senses} whose capitals the text has; the array itself if it has them all, as is usual. */
    private static Sense[] fitting(Sense[] senses, int caps, @Nullable Token single) {
        int count = 0;
        for (Sense sense : senses) {
            count += fits(sense, caps, single) ? 1 : 0;
        }
        if (count == senses.length) {
            return senses;
        }
        Sense[] fitting = new Sense[count];
        int next = 0;
        for (int i = 0; next < count; i++) {
            if (fits(senses[i], caps, single)) {
                fitting[next++] = senses[i];
            }
        }
        return fitting;
    }

    private static boolean fits(Sense sense, int caps, @Nullable Token single) {
        if ((sense.caps() & ~caps) != 0) {
            return false;
        }
        boolean lowerHead = sense.type() == Type.HEAD && sense.caps() == 0;
        return lowerHead || !sense.acronym() || single == null || Forms.acronym(single.text());
    }
}
