package io.entente.coder.extract;

/** Makes an extractor. Providers are found by {@link java.util.ServiceLoader}. */
public interface ExtractorProvider {
    /** Name of the extractor that it makes. */
    String name();

    /**
     * The extractor.
     *
     * @throws io.entente.table.TableException if a table that {@code settings} name cannot be used
     * @throws ExtractorException if it cannot be made for another reason
     */
    StatementExtractor create(ExtractorSettings settings);
}
