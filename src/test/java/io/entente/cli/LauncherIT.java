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
import java.util.stream.Stream;
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
    void makesAnArchiveOfClassesAndTellsTheSameWithAndWithoutIt() throws Exception {
        unpack();
        Ran first = code();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).contains("\"AGREE\"");
        assertThat(cached()).containsExactlyInAnyOrder("classes.jsa", "origin");

        Files.delete(archive());
        Files.writeString(archive(), "damaged");
        assertThat(code()).as("not rebuilt for the same jars, and silent").isEqualTo(new Ran(0, first.out(), ""));
        assertThat(archive()).hasContent("damaged");

        Files.setLastModifiedTime(
                home.resolve("lib/entente.jar"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(code()).as("other jars").isEqualTo(new Ran(0, first.out(), ""));
        assertThat(Files.size(archive())).isGreaterThan(1 << 20);
        assertThat(code()).as("with the archive").isEqualTo(new Ran(0, first.out(), ""));
        assertThat(cached()).containsExactlyInAnyOrder("classes.jsa", "origin");
    }

    private List<String> cached() throws IOException {
        try (Stream<Path> files = Files.list(archive().getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path archive() {
        return home.resolve("cache/classes.jsa");
    }

    private void unpack() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(Path.of("bin/entente"), home.resolve("bin/entente"), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> jars = Files.list(JARS)) {
            for (Path jar : jars.toList()) {
                Files.createSymbolicLink(home.resolve("lib").resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
        Path own = home.resolve("lib/entente.jar"); // its time is changed
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
