package io.entente.collect;

import io.entente.article.text.Encodings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads which feeds to poll: from addresses, from files with an address a line, from OPML. One that is named twice counts once. */
public final class SourceList {
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern OPML = Pattern.compile("(?s)\\A\\s*(?:<\\?xml.*?\\?>|<!--.*?-->|\\s)*<opml\\b.*");

    private final Map<URI, Source> sources = new LinkedHashMap<>();

    private SourceList() {}

    /** Something that does not name feeds. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * The feeds that {@code arguments} name: each an address, an OPML file or a file with an address a line.
     *
     * @throws Unusable if one of them cannot be used, or all of them name no feed
     */
    public static List<Source> read(List<String> arguments) throws Unusable {
        SourceList list = new SourceList();
        for (String argument : arguments) {
            if (WEB.matcher(argument).matches()) {
                list.add(argument, argument, null);
            } else {
                list.file(argument);
            }
        }
        if (list.sources.isEmpty()) {
            throw new Unusable(String.join(", ", arguments)
                    + " names no feed: give OPML with xmlUrl=\"https://…\", or a file with an address a line");
        }
        return new ArrayList<>(list.sources.values());
    }

    private void file(String name) throws Unusable {
        String text;
        try {
            text = Encodings.decode(Files.readAllBytes(Path.of(name)), null);
        } catch (IOException | InvalidPathException e) {
            throw new Unusable("'" + name + "' is neither an address (https://…) nor a file that can be read");
        }
        if (OPML.matcher(text).matches()) {
            opml(name, text);
        } else {
            lines(name, text);
        }
    }

    private void opml(String name, String text) throws Unusable {
        for (Element outline : Parser.xmlParser().parseInput(text, "").select("outline[xmlUrl], outline[xmlurl]")) {
            String url = outline.hasAttr("xmlUrl") ? outline.attr("xmlUrl") : outline.attr("xmlurl");
            String title = outline.hasAttr("title") ? outline.attr("title") : outline.attr("text");
            add(name, url, title.isBlank() ? null : title.strip());
        }
    }

    private void lines(String name, String text) throws Unusable {
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String url = line.replaceFirst("(?:^|\\s)#.*", "").strip();
            if (!url.isEmpty()) {
                add(name + ":" + number, url, null);
            }
        }
    }

    private void add(String place, String written, @Nullable String title) throws Unusable {
        URI url;
        try {
            url = URI.create(written.strip());
        } catch (IllegalArgumentException e) {
            throw new Unusable(place + ": '" + written + "' is not an address: write https://…");
        }
        if (!WEB.matcher(written.strip()).matches() || url.getHost() == null) {
            throw new Unusable(place + ": '" + written + "' is not an address of the web: write https://…");
        }
        sources.putIfAbsent(url, new Source(title == null ? url.toString() : title, url));
    }
}
