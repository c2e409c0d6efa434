package org.tagsmith.sandbox.invented;

import java.util.List;
import java.util.Map;

/**
 * Why an invented customer writes.
 *
 * @param weight how often, compared with the others
 * @param group the number of the group that answers
 * @param product a choice of the field Product, null if none fits
 * @param labels what people type for it, the most usual first
 * @param messages subjects and first messages by language (en, zh-TW, zh-CN); {@code |} parts the
 *     two
 */
public record Reason(
    double weight,
    long group,
    String product,
    List<String> labels,
    Map<String, List<String>> messages) {}
