package io.entente.cli.input;

import io.entente.article.form.ReadOptions;
import io.entente.article.text.Encodings;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that reads articles. */
public final class ReadingOptions {
    @Option(
            names = "--date",
            paramLabel = "TIME",
            converter = Times.class,
            description = "When those articles were published that have no date, such as 2024-03-01 or 'now'.")
    private @Nullable Instant date;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = EncodingName.class,
            description = "Encoding of the files, such as windows-1252. Default: what they declare, else UTF-8.")
    private @Nullable Charset encoding;

    /** @param undated when those were published that have no date, where no option says so */
    public ReadOptions of(Optional<Instant> undated) {
        return new ReadOptions(Optional.ofNullable(date).or(() -> undated), encoding);
    }

    /** Reads the name of an encoding. */
    private static final class EncodingName implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String name) {
            Charset encoding = Encodings.named(name);
            if (encoding == null) {
                throw new TypeConversionException(
                        "'" + name + "' is not an encoding: write utf-8 or windows-1252, for example");
            }
            return encoding;
        }
    }
}
