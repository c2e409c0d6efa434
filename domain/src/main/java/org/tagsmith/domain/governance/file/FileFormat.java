package org.tagsmith.domain.governance.file;

/** In which form a vocabulary stands in a file. */
public enum FileFormat {
  /** One block per thing, one fact per line. */
  YAML,
  /** One row per thing, one column per fact. */
  CSV
}
