package io.entente.eventdata;

import io.entente.actor.Gazetteer;
import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.digest.Sha256;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements from rows of event data. Immutable. */
final class RowStatements {
    /** Event data does not say how sure it is of a row: an assumption, above what it takes to form an event. */
    private static final double CONFIDENCE = 0.6;
    /** What is reported so long after it took place is history. */
    private static final Duration HISTORY = Duration.ofDays(14);

    private static final Pattern CODE = Pattern.compile("\\d{1,4}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ActorCodes actors;
    private final CameoCodes cameo = CameoCodes.load();
    private final String coder;

    RowStatements(Gazetteer gazetteer, EventDataFormat format) {
        this.actors = new ActorCodes(gazetteer);
        this.coder = format.name();
    }

    /**
     * What {@code row} states; empty if it is not about two different parties.
     *
     * @throws MalformedLine if its code is none of CAMEO's
     */
    Optional<Statement> of(EventRow row) throws MalformedLine {
        ActorCodes.Party source = actors.find(row.source()).orElse(null);
        ActorCodes.Party target = actors.find(row.target()).orElse(null);
        if (source == null || target == null || source.code().equals(target.code())) {
            return Optional.empty();
        }
        CameoCodes.CameoCode code = code(row);
        EventType type = type(row, code);
        double intensity = row.intensity() == null ? EventTypes.intensity(type) : row.intensity();
        int sign = EventTypes.sign(type, intensity);
        String what = row.what() != null ? row.what() : code != null ? code.name() : type.name();
        String sentence = sentence(row, what);
        return Optional.of(Statement.newBuilder()
                .setId(Sha256.hex(row.id() + '\u001f' + source.code() + '\u001f' + target.code()))
                .setArticleId(row.story() == null ? row.id() : row.story())
                .setUrl(row.url())
                .setOutlet(row.outlet())
                .setTitle(null)
                .setPublishedAt(row.published())
                .setSource(source.code())
                .setSourceKind(source.kind())
                .setSourceText(row.sourceName())
                .setTarget(target.code())
                .setTargetKind(target.kind())
                .setTargetText(row.targetName())
                .setEvent(type)
                .setCameoRoot(row.cameo() == null ? EventTypes.cameoRoot(type) : root(row.cameo()))
                .setQuad(EventTypes.quad(type, sign))
                .setSign(sign)
                .setSentiment(intensity / EventTypes.SCALE)
                .setIntensity(intensity)
                .setStatus(row.occurred().isBefore(row.published().minus(HISTORY)) ? Status.PAST : Status.ASSERTED)
                .setSevereClass(code != null ? code.severeClass() : type == EventType.ASSAULT ? "force" : null)
                .setSpeaker(null)
                .setSpeakerCountry(null)
                .setQuoted(false)
                .setSentence(sentence)
                .setBegin(-1)
                .setEnd(-1)
                .setTrigger(what)
                .setRule(row.cameo() == null ? "plover " + type : "cameo " + row.cameo())
                .setEntries(List.of())
                .setConfidence(CONFIDENCE)
                .setCoder(coder)
                .build());
    }

    private CameoCodes.@Nullable CameoCode code(EventRow row) throws MalformedLine {
        String written = row.cameo();
        if (written == null) {
            return null;
        }
        return Optional.of(written)
                .filter(CODE.asMatchPredicate())
                .flatMap(code -> cameo.find(padded(code)))
                .orElseThrow(() -> new MalformedLine("'" + written + "' is not a CAMEO code"));
    }

    private static EventType type(EventRow row, CameoCodes.@Nullable CameoCode code) throws MalformedLine {
        if (row.type() != null) {
            return row.type();
        }
        if (code == null) {
            throw new MalformedLine("it has neither a CAMEO code nor a PLOVER type");
        }
        return code.type();
    }

    /** Spreadsheets take the zero off: {@code 42} for {@code 042}, {@code 1} for {@code 01}. */
    private static String padded(String code) {
        int number = Integer.parseInt(code);
        boolean lost = !code.startsWith("0") && (number < 10 || number > 20 && number < 100);
        return lost ? "0" + code : code;
    }

    private static String root(String code) {
        return padded(code).substring(0, 2);
    }

    /** A line for people. It names day and place, so that the same act on another day, or elsewhere, is another event. */
    private static String sentence(EventRow row, String what) {
        LocalDate day = LocalDate.ofInstant(row.occurred(), ZoneOffset.UTC);
        return row.sourceName() + ": " + what + ": " + row.targetName() + " (" + DAY.format(day)
                + (row.place() == null ? "" : ", " + row.place()) + ")";
    }
}
