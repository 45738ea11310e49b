package io.entente.article;

/** An article that cannot be used: the message says which field is wrong, and what would be right. */
public final class InvalidArticle extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidArticle(String message) {
        super(message);
    }

    public InvalidArticle(String message, Throwable cause) {
        super(message, cause);
    }
}
