package org.tagsmith.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that a start which was killed has left behind. */
final class Leftover {
  private static final int SECONDS = 20;

  private Leftover() {}

  /**
   * Ends it and waits until it has ended; does nothing if there is none.
   *
   * @param pidFile whose first line is the number of the process
   * @param mark a text that its command line or program holds, so that a stranger who has got the
   *     number since is left alone
   * @throws LaunchRefused if it does not end
   */
  static void end(Path pidFile, String mark) throws LaunchRefused, IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    String number = Files.readString(pidFile).lines().findFirst().orElse("").strip();
    if (!number.matches("\\d{1,18}")) {
      return;
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(Long.parseLong(number)).filter(found -> isOurs(found, mark));
    if (process.isEmpty()) {
      return;
    }
    process.get().destroy();
    try {
      process.get().onExit().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new LaunchRefused(
          "Process "
              + number
              + " of an earlier start still runs and does not stop. End it and start again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchRefused("Stopped while waiting for process " + number + " to end.", e);
    }
  }

  private static boolean isOurs(ProcessHandle process, String mark) {
    return process.info().commandLine().orElse("").contains(mark)
        || process.info().command().orElse("").endsWith(mark);
  }
}
