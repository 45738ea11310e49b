package io.entente.cli.input;

/** A failure that the user can mend: its message says what, where and what to do; no stack trace is shown. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public UserError(String message) {
        this(message, null, ExitCode.FAILED);
    }

    public UserError(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        this(message, cause, ExitCode.FAILED);
    }

    private UserError(String message, @org.jspecify.annotations.Nullable Throwable cause, int exitCode) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A failure of what the user typed: a file, a port or an address that is not there. */
    public static UserError ofUsage(String message) {
        return new UserError(message, null, ExitCode.USAGE);
    }

    /** A failure of what the settings name: a coder, a table or a policy that cannot be used. */
    public static UserError ofSettings(RuntimeException fault) {
        return new UserError(String.valueOf(fault.getMessage()), fault, ExitCode.USAGE);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
