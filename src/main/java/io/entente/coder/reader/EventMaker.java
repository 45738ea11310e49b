package io.entente.coder.reader;

import io.entente.actor.ActorMention;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.EventTypes;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes events of the reader's opinions, and says who said what. */
final class EventMaker {
    private static final double DEMAND_INTENSITY = -2;
    private static final double OFFER_INTENSITY = 3;

    private final Document document;
    private final ReaderManifest.Calibration calibration;

    EventMaker(Document document, ReaderManifest.Calibration calibration) {
        this.document = document;
        this.calibration = calibration;
    }

    /** An event that the reader alone sees. */
    CodedEvent event(Opinion opinion, Label label) {
        Span trigger =
                Trigger.of(document.text(), opinion.window(), opinion.answer().attention());
        ActorMention source =
                Trigger.nearest(opinion.window().actors().get(opinion.pair().source()), trigger);
        ActorMention target =
                Trigger.nearest(opinion.window().actors().get(opinion.pair().target()), trigger);
        double intensity = intensity(label);
        return new CodedEvent(
                sentenceAt(trigger.begin(), source.sentence()),
                source,
                target,
                label.type(),
                intensity,
                opinion.status(),
                null,
                trigger.begin(),
                trigger.end(),
                null,
                null,
                intensity / EventTypes.SCALE,
                ReaderExtractor.NAME,
                ReaderExtractor.NAME,
                List.of(entry(opinion, label)),
                calibration.of(opinion.probability()));
    }

    /** An event of the rules that the reader sees as well. */
    CodedEvent agreed(CodedEvent event, Opinion opinion) {
        return copy(event, Label.of(event.type(), event.sign()), event.extractor(), opinion, "reader agrees", false);
    }

    /** An event of the rules of which the reader takes another view. */
    CodedEvent retyped(CodedEvent event, Opinion opinion, Label label) {
        return copy(event, label, ReaderExtractor.NAME, opinion, "rules: " + event.type(), true);
    }

    private CodedEvent copy(
            CodedEvent event, Label label, String extractor, Opinion opinion, String note, boolean changed) {
        double intensity = changed ? intensity(label) : event.intensity();
        List<String> entries = new ArrayList<>(event.entries());
        entries.add(note);
        if (changed) {
            entries.add(entry(opinion, label));
        }
        return new CodedEvent(
                event.sentence(),
                event.source(),
                event.target(),
                label.type(),
                intensity,
                event.status(),
                changed ? null : event.severeClass(),
                event.triggerBegin(),
                event.triggerEnd(),
                event.speaker(),
                event.speakerCountry(),
                changed ? intensity / EventTypes.SCALE : event.sentiment(),
                extractor,
                event.rule(),
                entries,
                calibration.of(opinion.probability()));
    }

    private static String entry(Opinion opinion, Label label) {
        return String.format(Locale.ROOT, "reader: %s %.2f", label, opinion.probability(label));
    }

    private static double intensity(Label label) {
        return switch (label) {
            case DEMAND -> DEMAND_INTENSITY;
            case OFFER -> OFFER_INTENSITY;
            case APPEAL -> 0;
            default -> EventTypes.intensity(label.type());
        };
    }

    private int sentenceAt(int offset, int otherwise) {
        List<Sentence> sentences = document.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).begin() <= offset && offset < sentences.get(i).end()) {
                return i;
            }
        }
        return otherwise;
    }
}
