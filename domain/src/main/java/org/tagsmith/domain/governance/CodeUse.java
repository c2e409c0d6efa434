package org.tagsmith.domain.governance;

/**
 * How much a reason code is used.
 *
 * @param number the code
 * @param contacts those of its house tag
 * @param recorded on how many tickets an agent gave it
 */
public record CodeUse(int number, long contacts, long recorded) {}
