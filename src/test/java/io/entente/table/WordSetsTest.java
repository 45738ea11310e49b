package io.entente.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordSetsTest {
    private enum Kind {
        FRUIT,
        ROOT_CROP
    }

    @Test
    void rowsOfAClassAddUp() {
        WordSets<Kind> sets = WordSets.of(
                table(List.of("fruit", "apple pear"), List.of("root-crop", "beet"), List.of("fruit", "plum")),
                Kind.class);
        assertThat(sets.get(Kind.FRUIT)).containsExactlyInAnyOrder("apple", "pear", "plum");
        assertThat(sets.in(Kind.ROOT_CROP, "beet")).isTrue();
        assertThat(sets.in(Kind.ROOT_CROP, "plum")).isFalse();
    }

    @Test
    void semicolonsSeparatePhrases() {
        WordSets<Kind> sets =
                WordSets.of(table(List.of("fruit", "passion fruit; plum"), List.of("root-crop", "beet")), Kind.class);
        assertThat(sets.get(Kind.FRUIT)).containsExactlyInAnyOrder("passion fruit", "plum");
    }

    @Test
    void refusesAClassThatNothingReads() {
        assertThatThrownBy(() -> WordSets.of(table(List.of("fruit", "apple"), List.of("nut", "hazel")), Kind.class))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("words.tsv:2: column 1: 'nut' is not one of: fruit, root-crop");
    }

    @Test
    void refusesAClassWithoutWords() {
        assertThatThrownBy(() -> WordSets.of(table(List.of("fruit", "apple")), Kind.class))
                .hasMessageContaining("words.tsv has no words for root_crop");
    }

    @SafeVarargs
    private static TsvTable table(List<String>... rows) {
        List<TsvRow> all = new ArrayList<>();
        for (List<String> row : rows) {
            all.add(new TsvRow("words.tsv", all.size() + 1, row));
        }
        return new TsvTable("words.tsv", all);
    }
}
