package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.cli.input.ExitCode;
import io.entente.collect.SourceList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectCommandTest {
    @Test
    void saysWhatIsNotASource() {
        assertThat(Run.of("collect").err()).contains("which feeds?");
        Run run = Run.of("collect", "nowhere.opml");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'nowhere.opml' is neither an address (https://…) nor a file that can be read");
    }

    @Test
    void livePollsUntilItIsStopped() {
        Run run = Run.of("demo", "--exit", "--live", "config/feeds.opml");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--live goes neither with --feed nor with --exit");
    }

    @Test
    void saysFromWhichDayThePortalCanBeRead() {
        Run run = Run.of("collect", "current-events", "--from", "1999-01-01");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--from 1999-01-01: choose a day from 2002-07-01 to");
    }

    @Test
    void namesTheFormatsOfEventData() {
        assertThat(Run.of("import", "cameo", "file").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("import", "--help").out()).contains("GDELT, ICEWS, POLECAT, PLOVER");
    }

    @Test
    void theFeedsToBeginWithCanBeRead() throws SourceList.Unusable {
        assertThat(SourceList.read(List.of("config/feeds.opml"))).hasSizeGreaterThan(15);
    }
}
