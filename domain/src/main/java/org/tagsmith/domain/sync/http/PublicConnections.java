package org.tagsmith.domain.sync.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * Opens connections that reach only the Internet: the host's addresses are looked at before, and
 * the one that was really connected to once more before a byte is sent, since a name may lead
 * elsewhere the second time. Behind a proxy neither is looked at: there the proxy finds the host.
 * Thread-safe.
 */
public final class PublicConnections {
  private PublicConnections() {}

  /**
   * Opens a connection, which follows no redirect.
   *
   * @throws ConnectorFailure.Unreachable if the host has no address, or one that is not public
   */
  public static HttpURLConnection open(URL address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.openConnection();
    connection.setInstanceFollowRedirects(false);
    if (!isProxied(URI.create(address.toString()))) {
      if (!leadsToPublic(address.getHost())) {
        throw refused(address.getHost());
      }
      if (connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(guarded(secure.getSSLSocketFactory()));
      }
    }
    return connection;
  }

  /**
   * Whether all addresses of a host belong to the Internet; true where a proxy finds it.
   *
   * @throws ConnectorFailure.Unreachable if it has none
   */
  public static boolean leadsToPublic(URI address) {
    return isProxied(address) || leadsToPublic(address.getHost());
  }

  /** Encrypts connections that reached the Internet, and refuses the others. */
  static SSLSocketFactory guarded(SSLSocketFactory real) {
    return new Guarded(real);
  }

  private static boolean leadsToPublic(String host) {
    try {
      return PublicAddresses.leadsToPublic(host);
    } catch (UnknownHostException e) {
      throw new ConnectorFailure.Unreachable(host + " is not known: its name has no address", e);
    }
  }

  private static boolean isProxied(URI address) {
    ProxySelector proxies = ProxySelector.getDefault();
    return proxies != null
        && proxies.select(address).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  private static ConnectorFailure refused(String host) {
    return new ConnectorFailure.Unreachable(
        host + " leads to an address of a private network and was not called", null);
  }

  /**
   * Looks at whom a connection reached, before it is encrypted. It makes no socket itself, so that
   * each is connected first and handed over then.
   */
  private static final class Guarded extends SSLSocketFactory {
    private final SSLSocketFactory real;

    Guarded(SSLSocketFactory real) {
      this.real = real;
    }

    @Override
    public Socket createSocket(Socket reached, String host, int port, boolean autoClose)
        throws IOException {
      if (!PublicAddresses.isPublic(reached.getInetAddress())) {
        reached.close();
        throw refused(host);
      }
      return real.createSocket(reached, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return real.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return real.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw unguarded();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      throw unguarded();
    }

    private static IOException unguarded() {
      return new IOException("A connection was asked for in a way that cannot be looked at");
    }

    // The connections of one factory are used again for another call; equal ones share them.
    @Override
    public boolean equals(Object other) {
      return other instanceof Guarded guarded && guarded.real.equals(real);
    }

    @Override
    public int hashCode() {
      return real.hashCode();
    }
  }
}
