package io.entente.alert.day;

/** What a version of an event did to its article's story. */
public enum StoryChange {
    /** Nothing: the version says nothing new. */
    NONE,
    /** The article leads its first event. */
    BEGUN,
    /** The story has changed. */
    CHANGED,
    /** The article leads no event any more. */
    ENDED;

    static StoryChange of(boolean wasEmpty, boolean isEmpty) {
        if (wasEmpty) {
            return isEmpty ? NONE : BEGUN;
        }
        return isEmpty ? ENDED : CHANGED;
    }
}
