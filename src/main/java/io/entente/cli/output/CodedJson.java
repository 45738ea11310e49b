package io.entente.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.avro.Statement;
import io.entente.enrich.OtherLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Coded articles as JSON lines. */
public final class CodedJson {
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * Everything that was found in an article.
     *
     * @param read the article as it was read
     */
    public String of(EnrichedArticle article, Article read) {
        ObjectNode line = head(article, read);
        line.put("language", article.getLanguage());
        OtherLanguage.declared(read, article).ifPresent(declared -> line.put("declaredLanguage", declared));
        article.getTone().ifPresent(tone -> line.put("tone", tone));
        ArrayNode mentions = line.putArray("mentions");
        article.getMentions().forEach(mention -> write(mention, mentions.addObject()));
        ArrayNode statements = line.putArray("statements");
        article.getStatements().forEach(statement -> write(statement, statements.addObject()));
        if (!article.getUnresolved().isEmpty()) {
            article.getUnresolved().forEach(line.putArray("unresolved")::add);
        }
        return text(line);
    }

    /**
     * The sentiment toward whatever {@code target} names: the mean of all statements toward it by their confidence, and each of them.
     *
     * @param others what was found for the words themselves: it counts beside the statements between actors that come from other words
     */
    public String toward(EnrichedArticle article, Article read, List<Statement> others, String target) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(target.toUpperCase(Locale.ROOT));
        String sought = target.toLowerCase(Locale.ROOT);
        for (Mention mention : article.getMentions()) {
            boolean named = mention.getText().toLowerCase(Locale.ROOT).contains(sought)
                    || mention.getName()
                            .map(n -> n.toLowerCase(Locale.ROOT).contains(sought))
                            .orElse(false);
            if (named) {
                codes.add(mention.getCode());
            }
        }
        ObjectNode line = head(article, read);
        line.put("target", target);
        ArrayNode statements = mapper.createArrayNode();
        double sum = 0;
        double weight = 0;
        for (Statement statement : toward(codes, article.getStatements(), others)) {
            sum += statement.getSentiment() * statement.getConfidence();
            weight += statement.getConfidence();
            write(statement, statements.addObject());
        }
        if (weight > 0) {
            line.put("sentiment", Math.round(sum / weight * 1000) / 1000.0);
        } else {
            line.putNull("sentiment");
        }
        line.set("statements", statements);
        return text(line);
    }

    /** What identifies an article: its own id where it has one, so that lines can be joined to the input. */
    private ObjectNode head(EnrichedArticle article, Article read) {
        ObjectNode line = mapper.createObjectNode();
        line.put("id", read.getId().orElse(article.getId()));
        line.put("publishedAt", article.getPublishedAt().toString());
        article.getTitle().ifPresent(title -> line.put("title", title));
        article.getOutlet().ifPresent(outlet -> line.put("outlet", outlet));
        article.getUrl().ifPresent(url -> line.put("url", url));
        return line;
    }

    private static List<Statement> toward(Set<String> codes, List<Statement> between, List<Statement> others) {
        List<Statement> all = new ArrayList<>();
        Set<Integer> triggers = new HashSet<>();
        for (Statement statement : between) {
            if (codes.contains(statement.getTarget())) {
                all.add(statement);
                triggers.add(statement.getTriggerBegin());
            }
        }
        for (Statement statement : others) {
            if (!triggers.contains(statement.getTriggerBegin())) {
                all.add(statement);
            }
        }
        all.sort(Comparator.comparingInt(Statement::getTriggerBegin));
        return all;
    }

    private static void write(Mention mention, ObjectNode node) {
        node.put("begin", mention.getBegin());
        node.put("end", mention.getEnd());
        node.put("text", mention.getText());
        node.put("code", mention.getCode());
        node.put("kind", mention.getKind().name());
        mention.getName().ifPresent(name -> node.put("name", name));
        mention.getRole().ifPresent(role -> node.put("role", role));
        node.put("entry", mention.getEntry());
        node.put("confidence", mention.getConfidence());
    }

    private static void write(Statement statement, ObjectNode node) {
        node.put("source", statement.getSource().isEmpty() ? null : statement.getSource());
        node.put("target", statement.getTarget());
        node.put("event", statement.getEvent().name());
        statement.getCameoRoot().ifPresent(root -> node.put("cameoRoot", root));
        node.put("quad", statement.getQuad().name());
        node.put("sign", statement.getSign());
        node.put("sentiment", statement.getSentiment());
        node.put("intensity", statement.getIntensity());
        node.put("status", statement.getStatus().name().toLowerCase(Locale.ROOT));
        node.put("speaker", statement.getSpeaker().orElse(null));
        node.put("quoted", statement.getQuoted());
        node.put("sentence", statement.getSentence());
        node.put("begin", statement.getBegin());
        node.put("end", statement.getEnd());
        node.put("trigger", statement.getTrigger());
        node.put("rule", statement.getRule());
        node.put("confidence", statement.getConfidence());
        statement.getSevereClass().ifPresent(severe -> node.put("severe", severe));
    }

    private String text(ObjectNode line) {
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of ours can always be written
        }
    }
}
