package org.tagsmith.domain.governance.file;

/** What becomes of that which a file does not speak of. */
public enum MissingTags {
  /** It stays as it is. */
  KEEP,
  /**
   * Tags and codes are retired; what else is missing goes, if the file speaks of anything of its
   * kind.
   */
  RETIRE
}
