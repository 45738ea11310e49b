package io.entente.article.text;

import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.List;

/** The news agencies whose reports other outlets print: {@code agencies.tsv}. */
public final class NewsAgencies {
    private NewsAgencies() {}

    /** Their names, as credits and datelines have them. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        TsvTable.resource(NewsAgencies.class, "agencies.tsv")
                .each(row -> names.add(row.required(0, "an agency's name")));
        return List.copyOf(names);
    }
}
