package io.entente.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingTest {
    @TempDir
    private Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void readsChangedTablesAgainAndKeepsTheOldOnesWhereTheNewHaveFaults() throws IOException {
        Path table = folder.resolve("late/words.tsv");
        try (Reloading<String> words = Reloading.watch(
                List.of(folder.resolve("absent"), table.getParent()),
                () -> read(table),
                Duration.ofHours(1),
                log::add)) {
            assertThat(words.get()).isEqualTo("none");
            assertThat(words.refresh()).isFalse();

            Files.createDirectories(table.getParent());
            Files.writeString(table, "one");
            assertThat(words.refresh()).isTrue();
            assertThat(words.get()).isEqualTo("one");
            assertThat(words.refresh()).isFalse();

            Files.writeString(table, "fault");
            assertThat(words.refresh()).isFalse();
            assertThat(words.refresh()).as("told once").isFalse();
            assertThat(words.get()).isEqualTo("one");
            assertThat(log).hasSize(2);
            assertThat(log.get(1)).contains("words.tsv:1: a fault");

            Files.delete(table);
            assertThat(words.refresh()).isTrue();
            assertThat(words.get()).isEqualTo("none");
        }
    }

    private static String read(Path table) {
        try {
            String text = Files.exists(table) ? Files.readString(table) : "none";
            if (text.equals("fault")) {
                throw new TableException(List.of(table + ":1: a fault"));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
