package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the jars of the build, as in an unpacked distribution. */
@Timeout(120)
class LauncherIT {
    private static final String SENTENCE = "date 2024-03-01\nRussia and China signed a trade agreement.\n";
    private static final Path JARS = Path.of("target/dist/lib");

    @TempDir
    private Path home;

    @BeforeAll
    static void needsShellAndJars() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        assumeTrue(Files.exists(JARS.resolve("entente.jar")), "the jars are not built");
    }

    private record Ran(int exit, String out, String err) {}

    @Test
    void makesAnArchiveOfClassesOnceAndTellsTheSameWithIt() throws Exception {
        unpack();
        Ran first = code();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).contains("\"AGREE\"");
        FileTime made = Files.getLastModifiedTime(archive());
        Ran second = code();
        assertThat(second).isEqualTo(new Ran(0, first.out(), ""));
        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(made);
        assertThat(Files.list(archive().getParent()).map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("classes.jsa", "origin");
    }

    @Test
    void makesItAnewForOtherJars() throws Exception {
        unpack();
        code();
        Files.setLastModifiedTime(archive(), FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(
                home.resolve("lib/entente.jar"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        code();
        assertThat(Files.getLastModifiedTime(archive()).toInstant()).isAfter(Instant.EPOCH);
    }

    @Test
    void doesWithoutWhereItIsDamaged() throws Exception {
        unpack();
        Ran whole = code();
        Files.delete(archive());
        Files.writeString(archive(), "no archive");
        assertThat(code()).isEqualTo(new Ran(0, whole.out(), ""));
    }

    private Path archive() {
        return home.resolve("cache/classes.jsa");
    }

    private void unpack() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(Path.of("bin/entente"), home.resolve("bin/entente"), StandardCopyOption.COPY_ATTRIBUTES);
        for (Path jar : Files.list(JARS).toList()) {
            Files.createSymbolicLink(home.resolve("lib").resolve(jar.getFileName()), jar.toAbsolutePath());
        }
        Path own = home.resolve("lib/entente.jar"); // one test changes its time
        Files.delete(own);
        Files.copy(JARS.resolve("entente.jar"), own);
    }

    private Ran code() throws IOException, InterruptedException {
        Path in = Files.writeString(home.resolve("in"), SENTENCE);
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder launcher = new ProcessBuilder(
                List.of("/bin/bash", home.resolve("bin/entente").toString(), "code", "-"));
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        launcher.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ENTENTE_") || name.equals("JAVA_TOOL_OPTIONS"));
        Process process = launcher.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
