package io.entente.coder.reader;

import io.entente.actor.TaggedDocument;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.StatementExtractor;
import io.entente.language.ClauseParser;
import io.entente.language.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A learned reader: judges each ordered pair of actors in the windows of a text, given what the rules say of it, and corrects and
 * completes them.
 */
final class ReaderExtractor implements StatementExtractor {
    static final String NAME = "reader";

    private final TextWindows windows;
    private final ReaderModel model;
    private final ReaderManifest manifest;
    private final ClauseParser parser = new ClauseParser(Words.load());

    ReaderExtractor(TextWindows windows, ReaderModel model, ReaderManifest manifest) {
        this.windows = windows;
        this.model = model;
        this.manifest = manifest;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CodedEvent> extract(TaggedDocument document, LocalDate date, List<CodedEvent> earlier) {
        List<Hint> hints = earlier.stream().map(Hint::of).toList();
        Map<PairKey, Opinion> opinions = new LinkedHashMap<>();
        for (TextWindow window : windows.of(document, hints)) {
            List<PairAnswer> answers = model.judge(window);
            for (int i = 0; i < answers.size(); i++) {
                Opinion opinion = new Opinion(window, window.pairs().get(i), answers.get(i));
                opinions.merge(
                        new PairKey(opinion.source(), opinion.target()),
                        opinion,
                        (one, other) -> other.probability() > one.probability() ? other : one);
            }
        }
        EventMaker maker = new EventMaker(document.document(), manifest.calibration());
        return new Joining(manifest.thresholds(), maker, new Duties(document, parser)).join(earlier, opinions);
    }

    @Override
    public void close() {
        model.close();
    }
}
