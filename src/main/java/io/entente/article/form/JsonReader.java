package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.json.JsonArticles;
import io.entente.article.text.Encodings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

/**
 * Reads JSON: one object a line, where a line that cannot be used costs no other, or documents, such as a list or what {@code jq} prints. It is a
 * document if it is a list, or if its first line holds no whole value and the next one begins no other.
 */
final class JsonReader implements FormReader {
    @Override
    public void read(Content content, ArticleSink sink) throws IOException {
        JsonArticles articles = new JsonArticles(content.options().date());
        String head = Encodings.decode(Encodings.head(content.stream()), content.encoding());
        BufferedReader reader = content.reader();
        if (isDocument(head, articles)) {
            articles.read(reader, content.place(), true, sink);
            return;
        }
        Lines lines = new Lines(reader);
        for (String line = lines.next(); line != null; line = lines.next()) {
            String place = content.place() + ":" + lines.number();
            if (lines.cut()) {
                sink.refused(place, "the line is longer than " + Lines.LONGEST + " characters: split it");
            } else if (!bare(line).isEmpty()) {
                articles.read(new StringReader(bare(line)), place, false, sink);
            }
        }
    }

    /** Without what may stand before a value: byte order marks of files that were joined, separators of JSON text sequences. */
    private static String bare(String line) {
        int begin = 0;
        while (begin < line.length()
                && (line.charAt(begin) == '\ufeff' || line.charAt(begin) == '\u001e' || line.charAt(begin) <= ' ')) {
            begin++;
        }
        return line.substring(begin).stripTrailing();
    }

    private static boolean isDocument(String head, JsonArticles articles) {
        List<String> lines = head.lines()
                .map(JsonReader::bare)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        String first = lines.get(0);
        String second = lines.size() < 2 ? "" : lines.get(1);
        boolean opens = second.startsWith("{") || second.startsWith("[");
        if (JsonArticles.isWhole(first)) {
            return first.startsWith("[") && !opens;
        }
        if (second.isEmpty() || first.startsWith("[")) {
            return first.startsWith("[") || articles.beginsWithList(first);
        }
        return !opens || "{[,:".indexOf(first.charAt(first.length() - 1)) >= 0;
    }
}
