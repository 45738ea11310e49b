package io.entente.coder.rules;

import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.language.Words;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.Map;

/**
 * The tone of a whole text: the mean judgement of the words that judge and of those that name an act, in whatever form they stand. It
 * says nothing of who is meant.
 */
final class Tone {
    private final Map<String, Double> tones;
    private final Words words;

    Tone(EventLexicon lexicon, Words words) {
        this.tones = lexicon.tones();
        this.words = words;
    }

    /** -1 to 1; 0 where no word judges. */
    double of(Document document) {
        double sum = 0;
        int judging = 0;
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                Double tone = token.word() ? tones.get(token.lower()) : null;
                if (tone == null && token.word() && !token.capitalised()) {
                    tone = tones.get(words.lemma(token.lower()));
                }
                if (tone != null) {
                    sum += tone;
                    judging++;
                }
            }
        }
        return judging == 0 ? 0 : Math.round(sum / (judging + 2) * 1000) / 1000.0;
    }
}
