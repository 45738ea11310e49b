/** The read model: what the topics say now, in bounded memory, arranged for the questions that people ask. Knows nothing of Kafka or HTTP. */
@NullMarked
package io.entente.serve.model;

import org.jspecify.annotations.NullMarked;
