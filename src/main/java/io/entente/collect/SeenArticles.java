package io.entente.collect;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which articles were taken, by this poll or one before: two feeds that show the same article at the same moment must not both take it. Safe for several
 * threads.
 */
final class SeenArticles {
    private final CollectState state;
    private final Set<ArticleMark> claimed = new HashSet<>();

    SeenArticles(CollectState state) {
        this.state = state;
    }

    /** Claims an article; false if it was taken or is claimed already. To be followed by {@link #release}. */
    synchronized boolean claim(Collection<ArticleMark> marks) {
        if (marks.stream().anyMatch(claimed::contains) || state.anySeen(marks)) {
            return false;
        }
        claimed.addAll(marks);
        return true;
    }

    /** Ends claims: what was taken is in the state by now. */
    synchronized void release(Collection<ArticleMark> marks) {
        claimed.removeAll(marks);
    }
}
