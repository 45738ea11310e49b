package io.entente.coder.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.actor.ActorTagger;
import io.entente.actor.TaggedDocument;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.language.segment.Segmenter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the reader would be given of an article, as a JSON line: the input of training. */
public final class ReaderInputs {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Segmenter segmenter = new Segmenter();
    private final WindowJson json = new WindowJson();
    private final ActorTagger tagger;
    private final TextWindows windows;

    /** The inputs of a reader with this vocabulary (the pieces in the order of their ids). */
    public ReaderInputs(ActorTagger tagger, List<String> vocabulary) {
        this.tagger = tagger;
        this.windows = new TextWindows(new WordPiece(vocabulary), ExtractorSettings.PARTIES);
    }

    /** The line of {@code article}, which the rules coded as {@code coded}. */
    public String of(Article article, EnrichedArticle coded) {
        LocalDate date = article.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        TaggedDocument tagged = tagger.tag(segmenter.segment(article.getTitle().orElse(null), article.getBody()), date);
        List<Hint> hints = coded.getStatements().stream().map(Hint::of).toList();
        ObjectNode line = mapper.createObjectNode();
        line.put("id", coded.getId());
        line.set("windows", json.of(windows.of(tagged, hints), hints));
        ArrayNode statements = line.putArray("statements");
        for (Statement statement : coded.getStatements()) {
            statements
                    .addObject()
                    .put("source", statement.getSource())
                    .put("target", statement.getTarget())
                    .put("event", statement.getEvent().name())
                    .put("sign", statement.getSign())
                    .put("trigger", statement.getTriggerBegin())
                    .put("status", statement.getStatus().name().toLowerCase(Locale.ROOT))
                    .put("confidence", statement.getConfidence())
                    .put("rule", statement.getRule());
        }
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of ours can always be written
        }
    }
}
