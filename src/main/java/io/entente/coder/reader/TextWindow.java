package io.entente.coder.reader;

import io.entente.actor.ActorMention;
import java.util.List;

/**
 * A stretch of text as the encoder takes it: word pieces with a marker before each mention of an actor.
 *
 * @param begin offset of its first UTF-16 unit in the whole text
 * @param end the exclusive end of its units
 * @param pieces word pieces, markers and the special pieces at both ends
 * @param marks by piece: 0 outside mentions, 1 inside, and for a marker 2 plus the mention's kind
 * @param actors the actors named, in order of their first mention
 * @param pairs every ordered pair of them that one sentence names
 */
record TextWindow(int begin, int end, Pieces pieces, int[] marks, List<Actor> actors, List<Pair> pairs) {

    /**
     * An actor named in a window.
     *
     * @param code its code
     * @param markers the positions of its markers, the first few of them
     * @param mentions the mentions that they mark
     */
    record Actor(String code, List<Integer> markers, List<ActorMention> mentions) {}

    /**
     * An ordered pair of actors.
     *
     * @param source index of the actor that may speak or act
     * @param target index of the actor that may be spoken of or acted upon
     * @param distance class of the distance between their nearest mentions: 0 to 3 with the source first, 4 to 7 with the target first
     * @param hints what the rules say of the pair, as in {@link HintVector}
     */
    record Pair(int source, int target, int distance, float[] hints) {}
}
