package io.entente.coder.reader;

import java.util.Arrays;

/** The word pieces of a stretch of text: ids of the vocabulary with their offsets in the whole text. Grows by appending. */
final class Pieces {
    private int[] ids = new int[32];
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private int size;

    int size() {
        return size;
    }

    int id(int i) {
        return ids[i];
    }

    /** Offset of the first UTF-16 unit from which piece {@code i} was made. */
    int begin(int i) {
        return begins[i];
    }

    /** The exclusive end of the units from which piece {@code i} was made. */
    int end(int i) {
        return ends[i];
    }

    void add(int id, int begin, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            begins = Arrays.copyOf(begins, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        ids[size] = id;
        begins[size] = begin;
        ends[size++] = end;
    }

    void addAll(Pieces other) {
        for (int i = 0; i < other.size; i++) {
            add(other.ids[i], other.begins[i], other.ends[i]);
        }
    }
}
