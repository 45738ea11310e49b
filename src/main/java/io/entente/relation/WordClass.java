package io.entente.relation;

/** What a content word tells about an event. */
enum WordClass {
    /** Any other word. */
    PLAIN(1.0),
    /** A name: a place or a person, as often as not what sets two events apart. */
    NAME(1.5),
    /** A number, in digits or in words. */
    NUMBER(1.0),
    /** A day of the week, a month, today or yesterday. */
    TIME(0.5);

    private final double weight;

    WordClass(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
