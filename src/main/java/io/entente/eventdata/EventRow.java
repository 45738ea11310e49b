package io.entente.eventdata;

import io.entente.avro.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a line of event data says, in the words of its table.
 *
 * @param id its own id
 * @param published when the report appeared
 * @param occurred when the event took place, as far as it says
 * @param source who acts: a code or a name
 * @param sourceName the words for it, for people
 * @param target whom it concerns: a code or a name
 * @param targetName the words for it, for people
 * @param cameo its CAMEO code; null if it has none
 * @param type its PLOVER type; null if its CAMEO code says so
 * @param what what happens, for people; null if its code says so
 * @param intensity on Goldstein's scale; null if it does not say
 * @param story what identifies the report; null if it does not say
 * @param url of the report; null if it does not say
 * @param outlet of the report; null if it does not say
 * @param place where it happens; null if it does not say
 */
record EventRow(
        String id,
        Instant published,
        Instant occurred,
        String source,
        String sourceName,
        String target,
        String targetName,
        @Nullable String cameo,
        @Nullable EventType type,
        @Nullable String what,
        @Nullable Double intensity,
        @Nullable String story,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String place) {}
