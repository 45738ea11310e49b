package io.entente.language;

import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.List;

/**
 * The shallow structure of a sentence.
 *
 * @param sentence the sentence
 * @param classes class of each token
 * @param clauses its clauses, in order of their verbs
 * @param groups its noun groups, in order
 */
public record SentenceParse(
        Sentence sentence, List<PartOfSpeech> classes, List<Clause> clauses, List<NounGroup> groups) {

    /** Whether no mark ends the sentence, as in headlines. */
    public boolean headline() {
        List<Token> tokens = sentence.tokens();
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).word();
    }
}
