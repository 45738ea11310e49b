package io.entente.collect.portal;

import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The markup of Wikipedia's pages as plain text, as far as a line of the portal uses it. Immutable. */
final class Wikitext {
    private static final Pattern HIDDEN = Pattern.compile(
            "<!--.*?(?:-->|$)|<ref\\b[^>]*/>|<ref\\b.*?</ref\\s*>|<gallery\\b.*?</gallery\\s*>", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
    private static final Pattern FILE =
            Pattern.compile("\\[\\[\\s*(?:File|Image|Category)\\s*:[^\\[\\]]*\\]\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)*([^\\[\\]|]*)\\]\\]");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern EMPHASIS = Pattern.compile("'{2,5}");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern BEFORE_STOP = Pattern.compile("\\s+([.,;:])");
    /** Templates within templates, so deep. */
    private static final int DEPTH = 5;

    private final Map<String, String> templates = new HashMap<>();

    static Wikitext load() {
        Wikitext wikitext = new Wikitext();
        TsvTable.resource(Wikitext.class, "templates.tsv")
                .each(row -> wikitext.templates.put(
                        row.required(0, "a template"),
                        row.cells().size() < 2 ? "" : row.cells().get(1)));
        return wikitext;
    }

    /** Without comments and references, which may be longer than a line. */
    static String visible(String page) {
        return HIDDEN.matcher(page).replaceAll("");
    }

    /** The text of a line without links out of the wiki. */
    String plain(String line) {
        String text = line;
        for (int depth = 0; depth < DEPTH && TEMPLATE.matcher(text).find(); depth++) {
            text = TEMPLATE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(template(match.group(1))));
        }
        text = FILE.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll("");
        text = EMPHASIS.matcher(text).replaceAll("");
        text = Parser.unescapeEntities(text, false);
        text = SPACES.matcher(text).replaceAll(" ").strip();
        return BEFORE_STOP.matcher(text).replaceAll("$1");
    }

    private String template(String inner) {
        List<String> parts = new ArrayList<>(List.of(inner.split("\\|", -1)));
        String name = parts.remove(0).strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        String text = templates.getOrDefault(name, "");
        parts.removeIf(part -> part.matches("\\s*[a-zA-Z][\\w -]*=.*"));
        for (int i = 0; i < parts.size(); i++) {
            text = text.replace("{" + (i + 1) + "}", parts.get(i).strip());
        }
        return text.replaceAll("\\{\\d\\}", "");
    }
}
