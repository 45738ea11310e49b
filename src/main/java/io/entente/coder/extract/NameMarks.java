package io.entente.coder.extract;

import io.entente.actor.ActorMention;
import io.entente.avro.MentionKind;
import io.entente.language.ClauseParser;
import io.entente.language.segment.Sentence;
import java.util.List;

/** Tells the {@link ClauseParser} which tokens of a sentence are names of actors. */
public final class NameMarks {
    private NameMarks() {}

    /** A mark for each token of {@code sentence}, in which {@code mentions} stand. */
    public static byte[] of(Sentence sentence, List<ActorMention> mentions) {
        byte[] names = new byte[sentence.tokens().size()];
        for (ActorMention mention : mentions) {
            boolean adjective = mention.kind() == MentionKind.DEMONYM && mention.role() == null;
            if (mention.kind() == MentionKind.REFERENCE && mention.last() - mention.first() == 1) {
                continue;
            }
            for (int i = mention.first(); i < mention.last(); i++) {
                names[i] = adjective ? ClauseParser.DEMONYM : ClauseParser.NAME;
            }
        }
        return names;
    }
}
