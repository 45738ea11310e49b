package io.entente.coder.rules;

import io.entente.coder.extract.ExtractorProvider;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.coder.extract.StatementExtractor;

/** Makes the {@link RuleExtractor}. */
public final class RuleExtractorProvider implements ExtractorProvider {
    @Override
    public String name() {
        return RuleExtractor.NAME;
    }

    @Override
    public StatementExtractor create(ExtractorSettings settings) {
        return RuleExtractor.load(settings.lexicon(), settings.parties());
    }
}
