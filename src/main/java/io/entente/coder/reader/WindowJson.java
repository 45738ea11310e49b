package io.entente.coder.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Windows as JSON, for training: so the features have one implementation. */
final class WindowJson {
    private final ObjectMapper mapper = new ObjectMapper();

    ArrayNode of(List<TextWindow> windows, List<Hint> hints) {
        ArrayNode array = mapper.createArrayNode();
        windows.forEach(window -> write(window, hints, array.addObject()));
        return array;
    }

    private static void write(TextWindow window, List<Hint> hints, ObjectNode node) {
        node.put("begin", window.begin()).put("end", window.end());
        ArrayNode ids = node.putArray("ids");
        ArrayNode marks = node.putArray("marks");
        for (int i = 0; i < window.pieces().size(); i++) {
            ids.add(window.pieces().id(i));
            marks.add(window.marks()[i]);
        }
        ArrayNode actors = node.putArray("actors");
        for (TextWindow.Actor actor : window.actors()) {
            ObjectNode one = actors.addObject().put("code", actor.code());
            actor.markers().forEach(one.putArray("markers")::add);
        }
        ArrayNode pairs = node.putArray("pairs");
        for (TextWindow.Pair pair : window.pairs()) {
            ObjectNode one = pairs.addObject();
            one.put("source", pair.source()).put("target", pair.target()).put("distance", pair.distance());
            ArrayNode sparse = one.putArray("hints");
            for (int i = 0; i < pair.hints().length; i++) {
                if (pair.hints()[i] != 0) {
                    sparse.addArray().add(i).add(pair.hints()[i]);
                }
            }
            triggers(window, pair, hints, one.putArray("triggers"));
        }
    }

    /** The positions of the pieces of the words in which the rules found the pair's events. */
    private static void triggers(TextWindow window, TextWindow.Pair pair, List<Hint> hints, ArrayNode array) {
        for (Hint hint : hints) {
            if (hint.source().equals(window.actors().get(pair.source()).code())
                    && hint.target().equals(window.actors().get(pair.target()).code())) {
                for (int i = 0; i < window.pieces().size(); i++) {
                    if (window.pieces().begin(i) < hint.triggerEnd()
                            && window.pieces().end(i) > hint.triggerBegin()) {
                        array.add(i);
                    }
                }
            }
        }
    }
}
