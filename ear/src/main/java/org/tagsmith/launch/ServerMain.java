package org.tagsmith.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The server's own process: boots Payara Micro, then deploys the EAR. Deploying at boot would end
 * in Micro's status dump, which expects a context root that an EAR does not have.
 */
public final class ServerMain {
  private static final String NETWORK = "set configs.config.server-config.network-config.";
  private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";
  private static final String ADDRESS =
      NETWORK + "network-listeners.network-listener.http-listener.address=";

  /** Where a root folder says how to log. */
  static final String LOGGING = "config/logging.properties";

  /** Defaults to change before anyone else sees the port; see docs/operating.md. */
  private static final List<String> BEFORE_BOOT =
      List.of(
          HTTP + "xframe-options=false",
          HTTP + "xpowered-by=false",
          HTTP + "server-header=false",
          HTTP + "compression=on",
          HTTP + "compression-min-size-bytes=1024",
          HTTP
              + "compressable-mime-type=text/html,text/css,text/javascript,application/javascript,"
              + "application/json,application/problem+json,image/svg+xml",
          "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=32");

  private ServerMain() {}

  /**
   * Starts and keeps running until the process is told to end.
   *
   * @param args the EAR file, the address and the number of the HTTP port, a root folder that is
   *     fresh at each start
   * @throws BootstrapException if the server cannot boot, for instance because the port is taken
   */
  public static void main(String[] args) throws BootstrapException {
    ProcessHandle.current().parent().ifPresent(ServerMain::endWith);
    Path root = Path.of(args[3]);
    AtomicReference<AdminCommandRunner> admin = new AtomicReference<>();
    PayaraMicro micro = PayaraMicro.getInstance();
    micro.setPreBootHandler(runner -> prepare(runner, args[1]));
    micro.setPostBootHandler(admin::set);
    micro.setNoHazelcast(true);
    micro
        .setHttpPort(Integer.parseInt(args[2]))
        .setRootDir(root.toFile())
        .setLogPropertiesFile(root.resolve(LOGGING).toFile())
        .setPrintLogo(false)
        .bootStrap();
    ClusterCommandResult deployed = admin.get().run("deploy", "--name", "tagsmith", args[0]);
    if (deployed.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
      System.err.println("The EAR was not deployed: " + deployed.getOutput());
      System.exit(3);
    }
  }

  /** A launcher that was killed must not leave a server behind that holds the port. */
  private static void endWith(ProcessHandle launcher) {
    Thread watch =
        new Thread(
            () -> {
              launcher.onExit().join();
              System.exit(4);
            },
            "launcher-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void prepare(AdminCommandRunner runner, String address) {
    BEFORE_BOOT.forEach(command -> run(runner, command));
    run(runner, ADDRESS + address);
  }

  private static void run(AdminCommandRunner runner, String command) {
    String[] words = command.split(" ", 2);
    ClusterCommandResult result = runner.run(words[0], words[1]);
    if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
      throw new IllegalStateException(command + ": " + result.getOutput());
    }
  }
}
