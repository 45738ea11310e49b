package io.entente.cli;

/** What the process's exit status means. */
final class ExitCode {
    /** Done. */
    static final int OK = 0;
    /** Done, but some input could not be used. */
    static final int SOME_REFUSED = 1;
    /** The command line or the settings are wrong. */
    static final int USAGE = 2;
    /** It failed while it ran. */
    static final int FAILED = 3;

    private ExitCode() {}
}
