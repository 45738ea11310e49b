package io.entente.cli.input;

/** What the process's exit status means. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** Done, but some input could not be used. */
    public static final int SOME_REFUSED = 1;
    /** The command line or the settings are wrong. */
    public static final int USAGE = 2;
    /** It failed while it ran. */
    public static final int FAILED = 3;

    private ExitCode() {}
}
