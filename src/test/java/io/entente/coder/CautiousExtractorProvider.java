package io.entente.coder;

import io.entente.actor.TaggedDocument;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.ExtractorProvider;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.coder.extract.StatementExtractor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A second extractor: it drops what was found before it that is hostile, and adds a mirror image of everything else. */
public final class CautiousExtractorProvider implements ExtractorProvider {
    @Override
    public String name() {
        return "cautious";
    }

    @Override
    public StatementExtractor create(ExtractorSettings settings) {
        return new Cautious();
    }

    private record Cautious() implements StatementExtractor {
        @Override
        public String name() {
            return "cautious";
        }

        @Override
        public List<CodedEvent> extract(TaggedDocument document, LocalDate date, List<CodedEvent> earlier) {
            List<CodedEvent> events = new ArrayList<>();
            for (CodedEvent event : earlier) {
                if (event.sign() >= 0) {
                    events.add(event);
                    events.add(mirrored(event));
                }
            }
            return events;
        }

        private static CodedEvent mirrored(CodedEvent event) {
            return new CodedEvent(
                    event.sentence(),
                    event.target(),
                    event.source(),
                    event.type(),
                    event.intensity(),
                    event.status(),
                    event.severeClass(),
                    event.triggerBegin(),
                    event.triggerEnd(),
                    null,
                    null,
                    event.sentiment(),
                    "cautious",
                    "mirror",
                    List.of(),
                    0.5);
        }
    }
}
