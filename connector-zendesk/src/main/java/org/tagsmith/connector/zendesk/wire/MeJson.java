package org.tagsmith.connector.zendesk.wire;

/** The answer of {@code GET /api/v2/users/me.json}; nobody is an answer, too. */
public record MeJson(MyselfJson user) {
  /** The token's owner; without a number it is nobody. */
  public record MyselfJson(Long id, String role) {}
}
