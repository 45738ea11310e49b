package io.entente.eventdata;

/** A line that cannot be used: the message says why. */
final class MalformedLine extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean wholeFile;

    MalformedLine(String message) {
        this(message, false);
    }

    private MalformedLine(String message, boolean wholeFile) {
        super(message);
        this.wholeFile = wholeFile;
    }

    /** A line without which no other of its file can be read. */
    static MalformedLine ofFile(String message) {
        return new MalformedLine(message, true);
    }

    boolean wholeFile() {
        return wholeFile;
    }
}
