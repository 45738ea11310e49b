package io.entente.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsvTableTest {
    @TempDir
    private Path folder;

    @Test
    void rowsKeepTheirLinesWhateverStandsBetweenThem() throws IOException {
        Path file = write("\uFEFF# head\n\nred\t a b ;c; \t\r\n# more\nblue\n");
        List<TsvRow> rows = TsvTable.file(file).rows();
        assertThat(rows).extracting(TsvRow::line).containsExactly(3, 5);
        assertThat(rows.get(0).forms(1)).containsExactly("a b", "c");
        assertThat(rows.get(0).words(1)).containsExactly("a", "b", ";c;");
        assertThat(rows.get(1).cell(1)).isEmpty();
    }

    @Test
    void everyFaultIsNamedWithFileLineAndColumn() throws IOException {
        Path file = write("a\t0.5\tseconds\n\t0.5\tdays\nb\t2\tdays\nc\thalf\tdays\nd\t0.1\tfortnights\n");
        List<String> read = new ArrayList<>();
        assertThatThrownBy(() -> TsvTable.file(file).each(row -> {
                    row.required(0, "a name");
                    row.number(1, 1);
                    read.add(row.cell(0) + row.constant(2, TimeUnit.class));
                }))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(file + ":2: column 1: needs a name\n")
                .hasMessageContaining(file + ":3: column 2: '2' is not a number from -1.0 to 1.0\n")
                .hasMessageContaining(file + ":4: column 2: 'half' is not a number")
                .hasMessageContaining(file + ":5: column 3: 'fortnights' is not one of: nanoseconds, ");
        assertThat(read).containsExactly("aSECONDS");
    }

    @Test
    void whatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("x.tsv"), new byte[] {'a', '\t', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> TsvTable.file(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("cannot be read as UTF-8 text");
        assertThatThrownBy(() -> TsvTable.file(folder.resolve("none.tsv"))).hasMessageContaining("no such file");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table.tsv"), text);
    }
}
