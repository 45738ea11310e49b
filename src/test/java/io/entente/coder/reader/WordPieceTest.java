package io.entente.coder.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> VOCABULARY = List.of(
            "[PAD]",
            "[unused0]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "peru",
            "##vian",
            "per",
            "##u",
            "saw",
            "são",
            "sao",
            "'",
            "s",
            ".",
            "-",
            "国");

    private final WordPiece tokenizer = new WordPiece(VOCABULARY);

    @Test
    void takesTheLongestPieceFirst() {
        assertThat(pieces("Peruvian peru PERU"))
                .containsExactly("peru[0,4)", "##vian[4,8)", "peru[9,13)", "peru[14,18)");
    }

    @Test
    void setsPunctuationAndIdeographsApart() {
        assertThat(pieces("Peru's. -国国"))
                .containsExactly("peru[0,4)", "'[4,5)", "s[5,6)", ".[6,7)", "-[8,9)", "国[9,10)", "国[10,11)");
    }

    @Test
    void dropsAccentsWhetherComposedOrNotAndKeepsOffsets() {
        assertThat(pieces("São Sa\u0303o")).containsExactly("sao[0,3)", "sao[4,8)");
    }

    @Test
    void aWordThatNoPiecesMakeUpIsUnknownAsAWhole() {
        assertThat(pieces("Perux saw")).containsExactly("[UNK][0,5)", "saw[6,9)");
        assertThat(pieces("\ud83d\ude00")).containsExactly("[UNK][0,2)");
    }

    @Test
    void aVeryLongWordIsUnknown() {
        assertThat(pieces("per" + "u".repeat(98))).containsExactly("[UNK][0,101)");
    }

    @Test
    void needsTheSpecialPieces() {
        assertThatThrownBy(() -> new WordPiece(List.of("peru")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[UNK]");
    }

    private List<String> pieces(String text) {
        Pieces pieces = tokenizer.of(text, 0, text.length());
        List<String> all = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            all.add(VOCABULARY.get(pieces.id(i)) + "[" + pieces.begin(i) + "," + pieces.end(i) + ")");
        }
        return all;
    }
}
