package io.entente.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Attention;
import io.entente.avro.AttentionAction;
import io.entente.json.RecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static final String MUTE = new RecordJson()
            .write(Attention.newBuilder()
                    .setAction(AttentionAction.MUTE)
                    .setPair("CHN-RUS")
                    .setAt(Instant.EPOCH)
                    .build())
            .toString();

    @Test
    void readsTablesAndChangelogsAndNamesTheLinesThatAreNeither() throws IOException {
        List<String> read = new ArrayList<>();
        String lines = String.join(
                "\n",
                MUTE,
                "",
                "{\"key\": \"a\", \"value\": " + MUTE + "}",
                "{\"key\": \"a\", \"value\": null}",
                "{}",
                "{",
                "null");
        new RowReader<>("rows.jsonl", Attention.class)
                .read(new BufferedReader(new StringReader(lines)), new RowReader.Rows<>() {
                    @Override
                    public void row(String key, Attention value) {
                        read.add(key + " "
                                + (value == null ? "removed" : value.getPair().orElseThrow()));
                    }

                    @Override
                    public void fault(String place, Exception why) {
                        read.add(place);
                    }
                });
        assertThat(read)
                .containsExactly(
                        "null CHN-RUS", "a CHN-RUS", "a removed", "rows.jsonl:5", "rows.jsonl:6", "rows.jsonl:7");
    }
}
