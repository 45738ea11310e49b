package io.entente.coder.reader;

import io.entente.coder.extract.CodedEvent;

/**
 * Who toward whom.
 *
 * @param source code of the actor that speaks or acts
 * @param target code of the actor spoken of or acted upon
 */
record PairKey(String source, String target) {
    static PairKey of(CodedEvent event) {
        return new PairKey(event.source().code(), event.target().code());
    }
}
