package io.entente.coder;

import io.entente.coder.extract.ExtractorException;
import io.entente.coder.extract.ExtractorProvider;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.coder.extract.StatementExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds extractors by name among the providers on the class path. */
final class Extractors {
    private Extractors() {}

    /** The extractors that {@code settings} name, in that order. */
    static List<StatementExtractor> load(ExtractorSettings settings) {
        TreeMap<String, ExtractorProvider> providers = new TreeMap<>();
        for (ExtractorProvider provider : ServiceLoader.load(ExtractorProvider.class)) {
            providers.put(provider.name(), provider);
        }
        List<StatementExtractor> extractors = new ArrayList<>();
        for (String name : settings.names()) {
            ExtractorProvider provider = providers.get(name);
            if (provider == null) {
                throw new ExtractorException("entente.coder: there is no extractor '" + name + "'; there are "
                        + String.join(", ", providers.keySet()) + ": name one or several, separated by commas");
            }
            extractors.add(provider.create(settings));
        }
        return extractors;
    }
}
