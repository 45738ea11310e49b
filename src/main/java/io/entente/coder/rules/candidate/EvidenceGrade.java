package io.entente.coder.rules.candidate;

/** How well the words support a candidate, the best first. */
public enum EvidenceGrade {
    /** The target stands in the verb's own place: "accused X". */
    IN_PLACE,
    /** A noun or a turn of phrase names the act: "criticism of X". */
    INDIRECT,
    /** The target stands elsewhere in the clause. */
    ELSEWHERE,
    /** The target is left out and follows from what was reported before. */
    IMPLIED
}
