package io.entente.topology;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;

/**
 * A processor's place in its topology, from which it forwards when Kafka Streams does not call it. The listeners of Kafka Streams' own
 * caches do it the same way.
 */
final class ForwardingNode {
    private static final ProcessorRecordContext NO_RECORD =
            new ProcessorRecordContext(-1, -1, -1, null, new RecordHeaders());

    private final InternalProcessorContext<?, ?> context;
    private final ProcessorNode<?, ?, ?, ?> node;

    private ForwardingNode(InternalProcessorContext<?, ?> context) {
        this.context = context;
        this.node = context.currentNode();
    }

    /** The place of the processor that is being initialised with {@code context}. */
    static ForwardingNode of(ProcessorContext<?, ?> context) {
        return new ForwardingNode((InternalProcessorContext<?, ?>) context);
    }

    /** Wraps {@code action}, which may forward. */
    Runnable running(Runnable action) {
        return () -> {
            ProcessorNode<?, ?, ?, ?> nodeBefore = context.currentNode();
            ProcessorRecordContext recordBefore = context.recordContext();
            context.setCurrentNode(node);
            context.setRecordContext(NO_RECORD);
            try {
                action.run();
            } finally {
                context.setCurrentNode(nodeBefore);
                context.setRecordContext(recordBefore);
            }
        };
    }
}
