package io.entente.table;

import java.util.List;

/** Tables that cannot be used: the message names each fault with file, line and reason. */
public class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /** @param problems at least one, each as {@code file:line: reason} */
    public TableException(List<String> problems) {
        super(message(problems));
    }

    private static String message(List<String> problems) {
        String shown = String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size())));
        return problems.size() > SHOWN ? shown + "\n… and " + (problems.size() - SHOWN) + " more" : shown;
    }
}
