package io.entente.article.text;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a file's encoding, in this order: what the caller names, the byte order mark, zero bytes that only UTF-16 has, what the file declares
 * (XML declaration, {@code <meta charset>}), UTF-8. What cannot be decoded becomes {@link #UNDECODABLE}, so that it costs its article and no other.
 */
public final class Encodings {
    /** Stands for bytes that cannot be decoded: a noncharacter, which no text has. */
    public static final char UNDECODABLE = '\ufdd0';
    /** As much of a file as is looked at. */
    public static final int HEAD = 1 << 16;

    private static final Pattern XML = Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern META =
            Pattern.compile("<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)", Pattern.CASE_INSENSITIVE);
    private static final int DECLARED_WITHIN = 8192;
    /** What these labels mean on the web, whatever else they may have meant: see the WHATWG's Encoding Standard. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-8-sig", "UTF-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("gb2312", "GBK"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"));

    private Encodings() {}

    /** The encoding that people call {@code label}, null if there is none of that name. */
    public static @Nullable Charset named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(LABELS.getOrDefault(name, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** The encoding of what begins with {@code head}; {@code named} if somebody who must know has named it. */
    public static Charset of(byte[] head, @Nullable Charset named) {
        Charset marked = marked(head);
        if (marked != null) {
            return marked;
        }
        if (named != null) {
            return named.newEncoder().maxBytesPerChar() == 1 && utf8AllTheSame(head) ? StandardCharsets.UTF_8 : named;
        }
        Charset wide = wide(head);
        if (wide != null) {
            return wide;
        }
        String start = new String(head, 0, Math.min(head.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(start);
        String label = xml.find() ? xml.group(1) : null;
        if (label == null && start.stripLeading().startsWith("<")) {
            Matcher meta = META.matcher(start);
            label = meta.find() ? meta.group(1) : null;
        }
        Charset declared = label == null ? null : named(label);
        // What could be read as far as its declaration has one byte a character.
        boolean impossible = declared == null
                || declared.name().startsWith("UTF-16")
                || declared.name().startsWith("UTF-32");
        return declared == null || impossible || utf8AllTheSame(head) ? StandardCharsets.UTF_8 : declared;
    }

    /** Whether bytes above 127 form characters of UTF-8 throughout, which no text in another encoding does by chance. */
    private static boolean utf8AllTheSame(byte[] head) {
        boolean wide = false;
        for (int i = 0; i < head.length; i++) {
            int more = continuations(head[i]);
            if (more < 0) {
                return false;
            }
            wide |= more > 0;
            for (int end = i + more; i < end; i++) {
                if (i + 1 < head.length && (head[i + 1] & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return wide;
    }

    private static int continuations(byte first) {
        int b = first & 0xFF;
        if (b < 0x80) {
            return 0;
        }
        if (b >= 0xC2 && b < 0xE0) {
            return 1;
        }
        if (b >= 0xE0 && b < 0xF0) {
            return 2;
        }
        return b >= 0xF0 && b < 0xF5 ? 3 : -1;
    }

    private static @Nullable Charset marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(head, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(head, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 without a mark: its first two characters are of ASCII. */
    private static @Nullable Charset wide(byte[] head) {
        if (head.length < 4) {
            return null;
        }
        if (head[0] > 0 && head[1] == 0 && head[2] > 0 && head[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return head[0] == 0 && head[1] > 0 && head[2] == 0 && head[3] > 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads {@code input}, without its byte order mark; undecodable bytes are marked. */
    public static BufferedReader reader(InputStream input, Charset encoding) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        input,
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(UNDECODABLE))),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** As {@link #reader}, of what is in memory. */
    public static String decode(byte[] bytes, @Nullable Charset named) {
        Charset encoding = of(bytes, named);
        try (BufferedReader reader = reader(new java.io.ByteArrayInputStream(bytes), encoding)) {
            StringBuilder text = new StringBuilder(bytes.length);
            char[] buffer = new char[1 << 13];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory can be read
        }
    }

    /** The first bytes of {@code input}, at most {@link #HEAD}, left to be read. */
    public static byte[] head(BufferedInputStream input) throws IOException {
        input.mark(HEAD);
        byte[] head = input.readNBytes(HEAD);
        input.reset();
        return head;
    }
}
