package org.tagsmith.connector.freshdesk.wire;

/** When what happened to a ticket ({@code include=stats}). */
public record StatsJson(
    String firstRespondedAt, String reopenedAt, String resolvedAt, String closedAt) {}
