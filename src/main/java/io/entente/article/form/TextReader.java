package io.entente.article.form;

import io.entente.article.ArticleDraft;
import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads prose: the text of one article. Its first line may be {@code date 2024-03-01} (or a time). */
final class TextReader implements FormReader {
    private static final Pattern DATE_LINE =
            Pattern.compile("\\s*date[:\\s]\\s*(\\d.*?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final String DATES = "its first line may be 'date 2024-03-01'";

    private final ArticleDraft.Rules rules;

    TextReader(ArticleDraft.Rules rules) {
        this.rules = rules;
    }

    @Override
    public void read(Content content, ArticleSink sink) throws IOException, InvalidArticle {
        String whole = content.text().stripLeading();
        int lineEnd = whole.indexOf('\n') < 0 ? whole.length() : whole.indexOf('\n');
        Matcher dateLine = DATE_LINE.matcher(whole.substring(0, lineEnd));
        Optional<String> date = dateLine.matches() ? Optional.of(dateLine.group(1)) : Optional.empty();
        ArticleDraft draft = new ArticleDraft(rules)
                .body(date.isPresent() ? whole.substring(lineEnd) : whole)
                .published(date.orElse(null));
        if (date.isEmpty()) {
            draft.published(content.options().date().orElse(null));
        }
        sink.article(content.place(), draft.build(DATES));
    }
}
