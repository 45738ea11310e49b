package io.entente.serve.webhook;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands on the topic. */
record LogPosition(int partition, long offset) {
    static LogPosition of(ConsumerRecord<?, ?> record) {
        return new LogPosition(record.partition(), record.offset());
    }
}
