package io.entente.alert;

import io.entente.alert.day.EpochDays;
import io.entente.alert.day.StoryChange;
import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** In how many pairs of a partition an article leads events of an open day: for the feed guard, an article counts once. */
final class LeadingArticles {
    static final TableSpec<Marker> TABLE = new TableSpec<>("alert-articles", Marker.class);

    private final Table<Marker> table;

    LeadingArticles(Tables tables) {
        this.table = tables.table(TABLE);
    }

    /** Takes what has happened to an article's story in one pair. */
    void changed(StoryChange change, String articleId, Instant publishedAt, Output out) {
        if (change == StoryChange.BEGUN && add(articleId, publishedAt, 1) == 1) {
            out.article(articleId, publishedAt, true);
        } else if (change == StoryChange.ENDED && add(articleId, publishedAt, -1) == 0) {
            out.article(articleId, publishedAt, false);
        }
    }

    /** Forgets the articles of closed days. */
    void forget(int closed) {
        List<String> keys = new ArrayList<>();
        table.scan("", EpochDays.key(closed + 1), (key, marker) -> keys.add(key));
        keys.forEach(table::delete);
    }

    private int add(String articleId, Instant publishedAt, int change) {
        String key = EpochDays.key(EpochDays.of(publishedAt)) + '|' + articleId;
        Marker before = table.get(key);
        int count = (before == null ? 0 : before.getCount()) + change;
        if (count <= 0) {
            table.delete(key);
        } else {
            table.put(key, new Marker(count));
        }
        return count;
    }
}
