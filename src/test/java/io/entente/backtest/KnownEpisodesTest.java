package io.entente.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownEpisodesTest {
    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("known.tsv"), String.join("\n", lines));
    }

    @Test
    void readsPairsInAnyOrder() throws IOException {
        assertThat(KnownEpisodes.read(file("# a comment", "PER-ECU\t2024-03-05\tCrisis\tbridge shelled")))
                .containsExactly(new KnownEpisode(
                        "ECU-PER", LocalDate.of(2024, 3, 5), KnownEpisode.Kind.CRISIS, "bridge shelled"));
    }

    @Test
    void namesEveryRowThatCannotBeUsed() throws IOException {
        Path file = file(
                "PERU\t2024-03-05\tcrisis\tx",
                "ECU-PER\t5 March\tcrisis\tx",
                "ECU-PER\t2024-03-05\twar\tx",
                "ECU-ECU\t2024-03-05\tthaw\tx",
                "ECU-PER\t2024-03-05\tthaw");
        assertThatThrownBy(() -> KnownEpisodes.read(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("known.tsv:1: column 1: 'PERU' is not a pair")
                .hasMessageContaining("known.tsv:2: column 2: '5 March' is not a day")
                .hasMessageContaining("known.tsv:3: column 3: 'war' is not one of: crisis, thaw")
                .hasMessageContaining("known.tsv:4: column 1: ")
                .hasMessageContaining("known.tsv:5: column 4: needs what the episode is called");
    }

    @Test
    void refusesATableWithoutRows() throws IOException {
        Path file = file("# nothing yet");
        assertThatThrownBy(() -> KnownEpisodes.read(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("no episodes");
    }
}
