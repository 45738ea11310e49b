package io.entente.cli.input;

import io.entente.article.text.Dates;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date (its first moment in UTC) or a time, {@code now} for this moment. */
public final class Times implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        if (text.equalsIgnoreCase("now")) {
            return Instant.now();
        }
        return Dates.load()
                .parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a date or time: write 2024-03-01 or " + Dates.EXAMPLE));
    }
}
