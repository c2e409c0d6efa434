package org.tagsmith.connector.freshdesk.wire;

import java.util.Map;

/**
 * What a customer answered to a survey: from 103 (best) over 100 to -103, by question. What they
 * wrote beside it is not read. https://developers.freshdesk.com/api/#list_all_satisfaction_ratings
 */
public record RatingJson(Long ticketId, Map<String, Integer> ratings, String createdAt) {}
