package org.tagsmith.domain.vocabulary;

/**
 * A house tag that a label might mean. Never applied by itself; a person decides.
 *
 * @param tag live
 * @param score 0..1, higher is likelier
 * @param reason a stable word: {@code same-words}, {@code close-spelling} or {@code shared-word}
 */
public record Proposal(HouseTag tag, double score, String reason) {}
