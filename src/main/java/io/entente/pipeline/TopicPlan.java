package io.entente.pipeline;

import io.entente.topology.Topic;
import java.util.List;
import java.util.Map;

/**
 * What stands between the topics as they are and as they should be.
 *
 * @param missing topics to create
 * @param differing settings to change, by topic: setting and wanted value
 * @param refusals differences that Entente does not mend, each a sentence for people
 */
public record TopicPlan(List<Topic<?, ?>> missing, Map<String, Map<String, String>> differing, List<String> refusals) {
    public TopicPlan {
        missing = List.copyOf(missing);
        differing = Map.copyOf(differing);
        refusals = List.copyOf(refusals);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return missing.isEmpty() && differing.isEmpty();
    }
}
