package io.entente.ops;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What cannot be written stops the stage, whatever it is: by then Kafka Streams has let go of the original, and the transaction is
 * lost anyway. The transaction is taken back, so that nothing is lost. What a stage reads is bounded such that what it writes is never too large.
 */
public final class ProductionFailures implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProductionFailures.class);

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        LOG.error("cannot write to {}: {}", record.topic(), exception.getMessage());
        return Response.fail();
    }
}
