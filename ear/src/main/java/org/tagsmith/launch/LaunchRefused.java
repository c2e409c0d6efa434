package org.tagsmith.launch;

/** Why Tagsmith does not start, as one line for a person: the thing, the reason, the remedy. */
final class LaunchRefused extends Exception {
  private static final long serialVersionUID = 1L;

  LaunchRefused(String line) {
    super(line);
  }

  LaunchRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
