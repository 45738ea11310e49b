package io.entente.coder.reader;

import io.entente.coder.extract.ExtractorProvider;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.coder.extract.StatementExtractor;

/** Makes the {@link ReaderExtractor}. */
public final class ReaderExtractorProvider implements ExtractorProvider {
    @Override
    public String name() {
        return ReaderExtractor.NAME;
    }

    @Override
    public StatementExtractor create(ExtractorSettings settings) {
        return new ModelFolder(settings.reader()).load(settings.parties());
    }
}
