package org.tagsmith.domain.sync;

/**
 * A connector's bookmark. Opaque: only the connector that wrote it reads it, and it carries its own
 * format version. Everybody else stores it and hands it back.
 *
 * @param encoded never null or blank
 */
public record SyncCursor(String encoded) {
  public SyncCursor {
    if (encoded == null || encoded.isBlank()) {
      throw new IllegalArgumentException("A sync cursor is never blank");
    }
  }
}
