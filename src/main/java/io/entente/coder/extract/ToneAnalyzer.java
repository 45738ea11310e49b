package io.entente.coder.extract;

import io.entente.language.segment.Document;

/** An extractor that also judges the tone of a whole text. */
public interface ToneAnalyzer extends StatementExtractor {
    /** The tone of an English text, -1 (negative) to 1 (positive); 0 where no word judges. It says nothing of who is meant. */
    double tone(Document document);
}
