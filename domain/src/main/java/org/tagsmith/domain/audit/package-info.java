/**
 * How tags are given in practice: which are hardly used, which go together or stand for one
 * another, which team uses one otherwise than the rest, and whether a second person would have
 * given the same. Finds and proposes; changes nothing.
 */
package org.tagsmith.domain.audit;
