package io.entente.cli.input;

import io.entente.relation.Pair;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a pair: two different codes in any order. */
public final class PairConverter implements ITypeConverter<Pair> {
    @Override
    public Pair convert(String text) {
        String[] codes = text.strip().toUpperCase(Locale.ROOT).split("-", -1);
        if (codes.length != 2
                || !codes[0].matches("[A-Z]{2,8}")
                || !codes[1].matches("[A-Z]{2,8}")
                || codes[0].equals(codes[1])) {
            throw new TypeConversionException(
                    "'" + text + "' is not a pair: write two different codes such as CHN-RUS");
        }
        return Pair.of(codes[0], codes[1]);
    }
}
