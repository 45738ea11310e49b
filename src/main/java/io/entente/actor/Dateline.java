package io.entente.actor;

import io.entente.actor.dictionary.FormNode;
import io.entente.actor.dictionary.Forms;
import io.entente.actor.dictionary.Lexicon;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place in front of an agency's first sentence ("BISHKEK, Sept 19 –", "AFP - HERAT, Afghanistan –"), which lies between sentences. */
final class Dateline {
    private static final Pattern PLACE = Pattern.compile("\\p{Lu}(?:[\\p{L}.'’ ]|(?<=\\p{L})-(?=\\p{L}))+");
    private static final int LONGEST = 120;

    private Dateline() {}

    /** The country of the first place that stands between sentences near the beginning, or null. */
    static @Nullable String country(Document document, Lexicon lexicon) {
        int from = 0;
        for (int i = 0; i < document.sentences().size() && i < 3; i++) {
            Sentence sentence = document.sentences().get(i);
            String gap = document.text()
                    .substring(Math.min(from, sentence.begin()), sentence.begin())
                    .strip();
            Matcher matcher = PLACE.matcher(gap);
            while (gap.length() <= LONGEST && matcher.find()) {
                String code = country(matcher.group(), lexicon);
                if (code != null) {
                    return code;
                }
            }
            from = sentence.end();
        }
        return null;
    }

    private static @Nullable String country(String place, Lexicon lexicon) {
        FormNode node = null;
        for (String word : Forms.words(place)) {
            String key = Forms.key(word.toLowerCase(Locale.ROOT));
            FormNode next = node == null ? lexicon.node(key) : node.next(key);
            if (next == null) {
                break;
            }
            node = next;
        }
        if (node != null) {
            for (Sense sense : node.senses()) {
                if (sense.type() == Type.CAPITAL || sense.type() == Type.COUNTRY || sense.type() == Type.PLACE) {
                    return sense.code();
                }
            }
        }
        return null;
    }
}
