package io.entente.relation.similarity;

/** What a content word says about an event. */
public enum WordClass {
    /** Any other word. */
    PLAIN(1.0),
    /** A name: a person or a body, as often as not what sets two events apart. */
    NAME(1.3),
    /** A name after a preposition of place. */
    PLACE(1.5),
    /** A number, in digits or in words. */
    NUMBER(0.8),
    /** A day of the week, or yesterday, today or tomorrow. */
    TIME(0.3);

    private final double weight;

    WordClass(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
