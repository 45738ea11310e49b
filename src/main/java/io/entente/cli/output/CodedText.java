package io.entente.cli.output;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.avro.Statement;
import io.entente.enrich.OtherLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Coded articles for people: each sentence that says something, with its actors in brackets and its trigger between asterisks. */
public final class CodedText {

    /** @param read the article as it was read */
    public String of(EnrichedArticle article, Article read) {
        StringBuilder text = new StringBuilder();
        text.append(read.getId().orElse(article.getId())).append("  ").append(article.getLanguage());
        OtherLanguage.declared(read, article)
                .ifPresent(declared ->
                        text.append(" (declared as ").append(declared).append(')'));
        article.getTone().ifPresent(tone -> text.append(String.format(Locale.ROOT, "  tone %+.2f", tone)));
        text.append(System.lineSeparator());
        String whole = article.getTitle()
                .map(title -> title + "\n\n" + article.getBody())
                .orElse(article.getBody());
        Map<Integer, List<Statement>> bySentence = new LinkedHashMap<>();
        for (Statement statement : article.getStatements()) {
            bySentence
                    .computeIfAbsent(statement.getBegin(), k -> new ArrayList<>())
                    .add(statement);
        }
        for (List<Statement> statements : bySentence.values()) {
            text.append(System.lineSeparator()).append("  ");
            mark(whole, statements, article.getMentions(), text);
            text.append(System.lineSeparator());
            statements.forEach(statement -> describe(statement, text));
        }
        if (article.getStatements().isEmpty()) {
            text.append("  no statements").append(System.lineSeparator());
        }
        if (!article.getUnresolved().isEmpty()) {
            text.append("  unresolved: ")
                    .append(String.join(", ", article.getUnresolved()))
                    .append(System.lineSeparator());
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static void mark(String whole, List<Statement> statements, List<Mention> mentions, StringBuilder text) {
        int end = statements.get(0).getEnd();
        for (int at = statements.get(0).getBegin(); at <= end; at++) {
            int offset = at;
            if (statements.stream().anyMatch(s -> s.getTriggerEnd() == offset)) {
                text.append('*');
            }
            StringBuilder closed = new StringBuilder();
            mentions.stream()
                    .filter(m ->
                            m.getEnd() == offset && offset > statements.get(0).getBegin())
                    .forEach(m -> closed.append(closed.isEmpty() ? " " : "+").append(m.getCode()));
            if (!closed.isEmpty()) {
                text.append(closed).append(']');
            }
            if (at == end) {
                break;
            }
            if (mentions.stream().anyMatch(m -> m.getBegin() == offset)) {
                text.append('[');
            }
            if (statements.stream().anyMatch(s -> s.getTriggerBegin() == offset)) {
                text.append('*');
            }
            text.append(whole.charAt(at) == '\n' ? ' ' : whole.charAt(at));
        }
    }

    private static void describe(Statement statement, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "    %s → %s  %-9s %+.2f  %s  by rule '%s' (%s), confidence %.2f%s%s%n",
                statement.getSource(),
                statement.getTarget(),
                statement.getEvent(),
                statement.getSentiment(),
                statement.getStatus().name().toLowerCase(Locale.ROOT),
                statement.getRule(),
                String.join(", ", statement.getEntries()),
                statement.getConfidence(),
                statement.getSevereClass().map(s -> ", severe: " + s).orElse(""),
                statement.getSpeaker().map(s -> ", speaker: " + s).orElse("")));
    }
}
