package io.entente;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, with the classes of this one where no others are given; small and quick to start. */
public final class ChildJvm {
    private ChildJvm() {}

    /** The command that runs {@code main} with {@code arguments}. */
    public static ProcessBuilder of(Class<?> main, List<String> arguments) {
        return of(System.getProperty("java.class.path"), main.getName(), arguments);
    }

    /** The command that runs {@code main} of {@code classPath} with {@code arguments}. */
    public static ProcessBuilder of(String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
