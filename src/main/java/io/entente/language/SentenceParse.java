package io.entente.language;

import java.util.List;

/**
 * The shallow structure of a sentence.
 *
 * @param sentence the sentence
 * @param classes class of each token
 * @param clauses its clauses, in order of their verbs
 * @param groups its noun groups, in order
 */
public record SentenceParse(Sentence sentence, List<WordClass> classes, List<Clause> clauses, List<NounGroup> groups) {}
