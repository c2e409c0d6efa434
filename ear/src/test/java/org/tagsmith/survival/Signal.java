package org.tagsmith.survival;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What an operating system sends to processes. */
enum Signal {
  STOP,
  CONT,
  QUIT;

  /** Sends it; a process that has just ended by itself is passed over. */
  void send(List<ProcessHandle> processes) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
