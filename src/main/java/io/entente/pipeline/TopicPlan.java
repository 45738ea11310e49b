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
 * @param internal topics that Kafka Streams and the registry have made for themselves
 * @param risks what would be lost with a broker, each a sentence for people
 */
public record TopicPlan(
        List<Topic<?, ?>> missing,
        Map<String, Map<String, String>> differing,
        List<String> refusals,
        List<Internal> internal,
        List<String> risks) {
    /**
     * A topic that is nobody's output.
     *
     * @param replicas the smallest number of its partitions
     */
    public record Internal(String name, int partitions, int replicas) {}

    public TopicPlan {
        missing = List.copyOf(missing);
        differing = Map.copyOf(differing);
        refusals = List.copyOf(refusals);
        internal = List.copyOf(internal);
        risks = List.copyOf(risks);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return missing.isEmpty() && differing.isEmpty();
    }
}
