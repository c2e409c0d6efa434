package org.tagsmith.domain.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void an_address_of_this_machine_its_networks_or_nobody_is_not_public(String address)
      throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getAllByName(address)[0])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "216.198.53.1",
        "2606:4700::1",
        "64:ff9b::101:101",
        "2002:101:101::1"
      })
  void an_address_of_the_internet_is_public(String address) throws UnknownHostException {
    assertThat(PublicAddresses.isPublic(InetAddress.getAllByName(address)[0])).isTrue();
  }

  @Test
  void a_name_that_leads_to_this_machine_is_not_even_called() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer here =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    here.createContext("/", exchange -> calls.incrementAndGet());
    here.start();
    try {
      URI address = URI.create("https://localhost:" + here.getAddress().getPort() + "/");

      assertThatThrownBy(() -> PublicConnections.open(address.toURL()))
          .isInstanceOf(ConnectorFailure.Unreachable.class)
          .hasMessageContaining("private network");
      assertThat(PublicConnections.leadsToPublic(address)).isFalse();
      assertThat(calls).hasValue(0);
    } finally {
      here.stop(0);
    }
  }

  @Test
  void a_connection_that_reached_this_machine_after_all_is_closed_before_a_byte_is_sent()
      throws IOException {
    SSLSocketFactory guarded =
        PublicConnections.guarded((SSLSocketFactory) SSLSocketFactory.getDefault());
    try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket reached = new Socket(here.getInetAddress(), here.getLocalPort());
        Socket accepted = here.accept()) {
      // the name led to the Internet when it was looked at, and here when it was called
      assertThatThrownBy(() -> guarded.createSocket(reached, "bank.zendesk.com", 443, true))
          .isInstanceOf(ConnectorFailure.Unreachable.class)
          .hasMessageContaining("bank.zendesk.com");

      assertThat(reached.isClosed()).isTrue();
      assertThat(accepted.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void a_name_without_an_address_is_told() {
    assertThatThrownBy(() -> PublicConnections.leadsToPublic(URI.create("https://nobody.invalid/")))
        .isInstanceOf(ConnectorFailure.Unreachable.class)
        .hasMessageContaining("nobody.invalid");
  }
}
