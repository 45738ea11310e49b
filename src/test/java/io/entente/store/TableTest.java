package io.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.state.Marker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aPrefixIsFollowedByAnyText() {
        Table<Marker> table = new MemoryTables().table(new TableSpec<>("rows", Marker.class));
        for (String key : List.of("CHN-RUS|", "CHN-RUS|a", "CHN-RUS|été-1", "CHN-RUS|習近平", "CHN-RUT|a", "CHN-RUS")) {
            table.put(key, new Marker(1));
        }
        List<String> found = new ArrayList<>();

        table.scanPrefix("CHN-RUS|", (key, row) -> found.add(key));

        assertThat(found).containsExactly("CHN-RUS|", "CHN-RUS|a", "CHN-RUS|été-1", "CHN-RUS|習近平");
    }
}
