package io.entente.coder.extract;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;

/** What follows from an event's type: CAMEO root, quad class, sign, usual intensity. */
public final class EventTypes {
    /** The end of Goldstein's scale. */
    public static final double SCALE = 10;

    private EventTypes() {}

    /** The CAMEO root code to which PLOVER's type belongs. */
    public static String cameoRoot(EventType type) {
        return switch (type) {
            case STATEMENT -> "01";
            case AGREE -> "03";
            case CONSULT -> "04";
            case SUPPORT -> "05";
            case COOPERATE -> "06";
            case AID -> "07";
            case CONCEDE, RETREAT -> "08";
            case REQUEST -> "10";
            case ACCUSE -> "11";
            case REJECT -> "12";
            case THREATEN -> "13";
            case PROTEST -> "14";
            case MOBILIZE -> "15";
            case SANCTION -> "16";
            case COERCE -> "17";
            case ASSAULT -> "19";
        };
    }

    /** The usual intensity on Goldstein's scale (Goldstein 1992, as CAMEO assigns it to its root codes). */
    public static double intensity(EventType type) {
        return switch (type) {
            case STATEMENT -> 0;
            case AGREE -> 4;
            case CONSULT -> 1;
            case SUPPORT -> 3.5;
            case COOPERATE -> 6;
            case AID -> 7;
            case CONCEDE, RETREAT -> 5;
            case REQUEST -> 1;
            case ACCUSE -> -2;
            case REJECT -> -4;
            case THREATEN -> -6;
            case PROTEST -> -6.5;
            case MOBILIZE -> -7.2;
            case SANCTION -> -4;
            case COERCE -> -7;
            case ASSAULT -> -9;
        };
    }

    /** +1, -1 or 0; a request's sign is that of its intensity, beyond a mere appeal. */
    public static int sign(EventType type, double intensity) {
        return switch (type) {
            case AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT -> 1;
            case ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT -> -1;
            case REQUEST -> intensity < -1 ? -1 : intensity > 2 ? 1 : 0;
            case STATEMENT -> intensity < -1.5 ? -1 : 0;
        };
    }

    public static boolean hostile(EventType type) {
        return sign(type, 0) < 0;
    }

    /** Whether the type is a deed against somebody that words alone cannot be. */
    public static boolean force(EventType type) {
        return type == EventType.ASSAULT || type == EventType.COERCE || type == EventType.MOBILIZE;
    }

    /** Whether the type is what somebody says of somebody, for or against him. */
    public static boolean opinion(EventType type) {
        return type == EventType.ACCUSE || type == EventType.REJECT || type == EventType.SUPPORT;
    }

    public static QuadClass quad(EventType type, int sign) {
        return switch (type) {
            case AGREE, CONSULT, SUPPORT -> QuadClass.VERBAL_COOPERATION;
            case COOPERATE, AID, RETREAT, CONCEDE -> QuadClass.MATERIAL_COOPERATION;
            case ACCUSE, REJECT, THREATEN -> QuadClass.VERBAL_CONFLICT;
            case PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT -> QuadClass.MATERIAL_CONFLICT;
            case REQUEST -> sign < 0 ? QuadClass.VERBAL_CONFLICT : QuadClass.VERBAL_COOPERATION;
            case STATEMENT -> sign < 0 ? QuadClass.VERBAL_CONFLICT : QuadClass.NEUTRAL;
        };
    }
}
