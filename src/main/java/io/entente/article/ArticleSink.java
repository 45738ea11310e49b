package io.entente.article;

import io.entente.avro.Article;

/** Takes what is read: articles, and why others are none. Places are said as people find them: {@code feed.jsonl:12}, {@code feed.xml, entry 3}. */
public interface ArticleSink {
    /** A valid article. */
    void article(String place, Article article);

    /** Something that cannot be used: the message says what it looks like and what to do. */
    void refused(String place, String problem);

    /** Something that people should know, though nothing is lost. */
    void note(String place, String what);
}
