package io.entente.coder.reader;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokenizer of uncased BERT models: lower case without accents, punctuation and ideographs alone, then the longest piece of the
 * vocabulary first. Immutable.
 */
final class WordPiece {
    static final String UNKNOWN = "[UNK]";
    static final String FIRST = "[CLS]";
    static final String LAST = "[SEP]";
    static final String MARKER = "[unused0]";

    private static final String INSIDE = "##";
    private static final int LONGEST = 100;

    private final Map<String, Integer> ids = new HashMap<>();
    private final int unknown;

    /**
     * The tokenizer of a vocabulary.
     *
     * @param vocabulary the pieces in the order of their ids
     * @throws IllegalArgumentException if a special piece is missing
     */
    WordPiece(List<String> vocabulary) {
        for (int i = 0; i < vocabulary.size(); i++) {
            ids.putIfAbsent(vocabulary.get(i), i);
        }
        unknown = id(UNKNOWN);
    }

    /** The id of a special piece. */
    int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no piece " + piece);
        }
        return id;
    }

    /** The pieces of {@code text} from {@code begin} to {@code end} (exclusive). */
    Pieces of(String text, int begin, int end) {
        Pieces pieces = new Pieces();
        Word word = new Word();
        for (int at = begin; at < end; ) {
            int c = text.codePointAt(at);
            int next = Math.min(end, at + Character.charCount(c));
            if (separates(c)) {
                flush(word, pieces);
            } else if (alone(c)) {
                flush(word, pieces);
                word.add(new String(Character.toChars(c)), at, next);
                flush(word, pieces);
            } else if (Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT) {
                word.add(normalised(c), at, next);
            }
            at = next;
        }
        flush(word, pieces);
        return pieces;
    }

    private static boolean separates(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean alone(int c) {
        if (c < 128) {
            return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.isIdeographic(c);
        };
    }

    private static String normalised(int c) {
        if (c < 128) {
            return String.valueOf((char) Character.toLowerCase(c));
        }
        String lower = new String(Character.toChars(Character.toLowerCase(c)));
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(x -> Character.getType(x) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private void flush(Word word, Pieces pieces) {
        if (word.length() > 0) {
            split(word, pieces);
            word.clear();
        }
    }

    private void split(Word word, Pieces pieces) {
        Pieces parts = new Pieces();
        String letters = word.letters();
        for (int from = 0; from < letters.length(); ) {
            int to = letters.length();
            Integer id = null;
            while (letters.length() <= LONGEST && to > from) {
                id = ids.get(from == 0 ? letters.substring(0, to) : INSIDE + letters.substring(from, to));
                if (id != null) {
                    break;
                }
                to--;
            }
            if (id == null) {
                pieces.add(unknown, word.begin(0), word.end(letters.length() - 1));
                return;
            }
            parts.add(id, word.begin(from), word.end(to - 1));
            from = to;
        }
        pieces.addAll(parts);
    }

    /** The letters of one word after normalising, each with the offsets of the character from which it was made. */
    private static final class Word {
        private final StringBuilder letters = new StringBuilder();
        private final Pieces origins = new Pieces();

        void add(String normalised, int begin, int end) {
            letters.append(normalised);
            for (int i = 0; i < normalised.length(); i++) {
                origins.add(0, begin, end);
            }
        }

        int length() {
            return letters.length();
        }

        String letters() {
            return letters.toString();
        }

        int begin(int i) {
            return origins.begin(offset() + i);
        }

        int end(int i) {
            return origins.end(offset() + i);
        }

        private int offset() {
            return origins.size() - letters.length();
        }

        void clear() {
            letters.setLength(0);
        }
    }
}
