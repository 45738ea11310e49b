package io.entente.relation;

import io.entente.article.text.WebAddresses;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which outlets belong together: titles of one owner, the sites of one broadcaster, an agency and those who carry it under its name. Two
 * reports of one family are one source. An outlet that the list does not know is a family of its own. Immutable.
 */
public final class OutletFamilies {
    private static final List<String> SITES = sites();

    private static final Pattern HOST = Pattern.compile("(?:https?://)?(?:[\\w-]+\\.)+[a-z]{2,}(?:[:/].*)?");
    private static final Pattern TAIL = Pattern.compile(
            "(?: (?:news|online|agency|newswire|wire|english|in english|international|world)|\\.com)+$");

    private final Map<String, String> families;

    private OutletFamilies(Map<String, String> families) {
        this.families = Map.copyOf(families);
    }

    /** The list that comes with Entente. */
    public static OutletFamilies bundled() {
        return new OutletFamilies(Map.of()).with(TsvTable.resource(OutletFamilies.class, "outlet-families.tsv"));
    }

    /**
     * This list with the rows of another one added; where both know an outlet, the other one holds. A row is a family, and the name of
     * an outlet or a host.
     *
     * @throws io.entente.table.TableException if a row lacks one of them
     */
    public OutletFamilies with(TsvTable list) {
        Map<String, String> all = new HashMap<>(families);
        list.each(row -> all.put(
                normal(row.required(1, "an outlet's name or host, after a family and a tab")),
                row.required(0, "a family")));
        return new OutletFamilies(all);
    }

    /**
     * The family of an outlet: by the host of {@code url} and its parent domains, then by name, which may be a host as well; else the name
     * itself or, without one, the host, in lower case and without "www." and the like. Null where neither is known.
     */
    public @Nullable String family(@Nullable String outlet, @Nullable String url) {
        Optional<String> host = host(url);
        String family = host.map(this::byDomain).orElse(null);
        if (family != null) {
            return family;
        }
        if (outlet == null || outlet.isBlank()) {
            return host.orElse(null);
        }
        String name = normal(outlet);
        return HOST.matcher(name).matches() ? byHost(name) : byName(name);
    }

    private String byHost(String name) {
        String host = host(name.contains("://") ? name : "https://" + name).orElse(name);
        String family = byDomain(host);
        return family == null ? host : family;
    }

    /** "Reuters News" and "AFP news agency" are Reuters and AFP; in the name of an outlet that is not listed, every word counts. */
    private String byName(String name) {
        String family = families.get(name);
        for (Matcher tail = TAIL.matcher(name); family == null && tail.find(); ) {
            family = families.get(name.substring(0, tail.start()));
        }
        return family == null ? name : family;
    }

    private @Nullable String byDomain(String host) {
        for (String domain = host; domain.indexOf('.') > 0; domain = parent(domain)) {
            String family = families.get(domain);
            if (family != null) {
                return family;
            }
        }
        return null;
    }

    private static String parent(String domain) {
        return domain.substring(domain.indexOf('.') + 1);
    }

    private static Optional<String> host(@Nullable String url) {
        return WebAddresses.host(url).map(OutletFamilies::withoutSite);
    }

    private static List<String> sites() {
        List<String> sites = new ArrayList<>();
        TsvTable.resource(OutletFamilies.class, "outlet-sites.tsv")
                .each(row -> sites.add(row.required(0, "a label") + "."));
        return List.copyOf(sites);
    }

    private static String withoutSite(String host) {
        for (String site : SITES) {
            if (host.startsWith(site) && host.indexOf('.', site.length()) > 0) {
                return host.substring(site.length());
            }
        }
        return host;
    }

    /** "The  Andes Ledger" and "andes ledger" are one name. */
    private static String normal(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return lower.startsWith("the ") ? lower.substring(4) : lower;
    }
}
