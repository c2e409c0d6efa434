package org.tagsmith.domain.vocabulary;

/**
 * A house abbreviation: a word that stands for others inside any label.
 *
 * @param shortForm one word, such as {@code cc}
 * @param expansion one or more words, such as {@code CreditCard}
 */
public record Abbreviation(String shortForm, String expansion) {}
