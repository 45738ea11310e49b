package io.entente.article.form;

import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that begin with bytes of their own and hold no articles as they are. The bytes are data, in {@code signatures.tsv}. Immutable. */
final class Signatures {
    private record Signature(int offset, byte[] bytes, String looks, String advice) {
        boolean matches(byte[] head) {
            return head.length >= offset + bytes.length
                    && Arrays.equals(head, offset, offset + bytes.length, bytes, 0, bytes.length);
        }
    }

    private final List<Signature> signatures = new ArrayList<>();

    static Signatures load() {
        Signatures all = new Signatures();
        TsvTable.resource(Signatures.class, "signatures.tsv")
                .each(row -> all.signatures.add(new Signature(
                        Integer.parseInt(row.required(0, "an offset")),
                        HexFormat.of().parseHex(row.required(1, "bytes")),
                        row.required(2, "a kind of file"),
                        row.required(3, "advice"))));
        return all;
    }

    /** What the file is and what to do with it; null if it is none of them. */
    @Nullable
    String problem(byte[] head) {
        return signatures.stream()
                .filter(signature -> signature.matches(head))
                .findFirst()
                .map(signature -> "it looks like " + signature.looks() + ": " + signature.advice())
                .orElse(null);
    }
}
