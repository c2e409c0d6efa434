package org.tagsmith.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds out, before anything starts, what would stop the start half-way. */
final class Preflight {
  private Preflight() {}

  /**
   * Makes sure the data folder can be written and that no other start uses it.
   *
   * @return the lock; it ends with the process
   */
  static FileLock claim(Path data) throws LaunchRefused {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new LaunchRefused(
            "Another Tagsmith already uses the data folder "
                + data
                + ". Stop it, or set TAGSMITH_DATA to another folder.");
      }
      return lock;
    } catch (IOException e) {
      throw new LaunchRefused(
          "The data folder "
              + data
              + " cannot be written. Make it writable, or set TAGSMITH_DATA to another folder.",
          e);
    }
  }

  /** Makes sure a port can be opened on an address; {@code variable} is how to choose another. */
  static void addressIsOurs(InetAddress address, String variable) throws LaunchRefused {
    try {
      listenOnce(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      throw new LaunchRefused(
          address.getHostAddress()
              + " is no address of this machine. Set "
              + variable
              + " to 127.0.0.1 for this machine only, or to 0.0.0.0.",
          e);
    }
  }

  /** Makes sure nobody listens on a port; {@code variable} is how to choose another. */
  static void portIsFree(int port, String variable) throws LaunchRefused {
    try {
      listenOnce(new InetSocketAddress(port));
      listenOnce(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new LaunchRefused(
          "Port " + port + " is in use. Stop what uses it, or set " + variable + " to a free port.",
          e);
    }
  }

  private static void listenOnce(InetSocketAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    }
  }
}
