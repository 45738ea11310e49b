package io.entente.coder.reader;

import io.entente.actor.ActorMention;
import io.entente.actor.TaggedDocument;
import io.entente.avro.ActorKind;
import io.entente.language.segment.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into the windows that are worth a look: sentences that name two actors, packed together with what stands between them.
 */
final class TextWindows {
    /** Sentences are packed together up to so many word pieces. */
    static final int PACKED = 64;
    /** What goes beyond so many word pieces in one sentence is not read. */
    static final int LONGEST = 128;

    private final WordPiece tokenizer;
    private final WindowBuilder builder;

    /** @param parties the kinds of actors that can be parties to a pair */
    TextWindows(WordPiece tokenizer, Set<ActorKind> parties) {
        this.tokenizer = tokenizer;
        this.builder = new WindowBuilder(tokenizer, parties);
    }

    /** The windows of {@code tagged}, in order; {@code hints} are what the rules say of the whole text. */
    List<TextWindow> of(TaggedDocument tagged, List<Hint> hints) {
        List<Sentence> sentences = tagged.document().sentences();
        List<List<ActorMention>> named = bySentence(tagged);
        List<TextWindow> windows = new ArrayList<>();
        for (int first = 0; first < sentences.size(); ) {
            if (!namesTwo(named.get(first))) {
                first++;
                continue;
            }
            String text = tagged.document().text();
            Pieces pieces = pieces(text, sentences.get(first));
            int last = first;
            Pieces packed = pieces;
            for (int next = first + 1; next < sentences.size(); next++) {
                Pieces more = pieces(text, sentences.get(next));
                if (pieces.size() + more.size() > PACKED) {
                    break;
                }
                pieces = joined(pieces, more);
                if (namesTwo(named.get(next))) {
                    last = next;
                    packed = pieces;
                }
            }
            windows.add(builder.build(packed, named.subList(first, last + 1), hints));
            first = last + 1;
        }
        windows.removeIf(window -> window.pairs().isEmpty());
        return windows;
    }

    private Pieces pieces(String text, Sentence sentence) {
        return tokenizer.of(text, sentence.begin(), sentence.end());
    }

    private static Pieces joined(Pieces one, Pieces other) {
        Pieces both = new Pieces();
        both.addAll(one);
        both.addAll(other);
        return both;
    }

    /** Whether a sentence names two parties: only then can it say what one does toward the other. */
    private boolean namesTwo(List<ActorMention> mentions) {
        return mentions.stream()
                        .filter(builder::party)
                        .map(ActorMention::code)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private static List<List<ActorMention>> bySentence(TaggedDocument tagged) {
        List<List<ActorMention>> lists = new ArrayList<>();
        for (int i = 0; i < tagged.document().sentences().size(); i++) {
            lists.add(new ArrayList<>());
        }
        tagged.mentions().forEach(mention -> lists.get(mention.sentence()).add(mention));
        return lists;
    }
}
