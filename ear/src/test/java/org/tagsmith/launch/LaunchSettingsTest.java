package org.tagsmith.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchSettingsTest {
  @Test
  void nobody_reaches_the_port_from_outside_unless_that_is_asked_for() throws LaunchRefused {
    LaunchSettings settings = read(Map.of());

    assertThat(settings.address().getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(settings.site()).isEqualTo("http://localhost:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://localhost:8080",
    "' 0.0.0.0 ', http://localhost:8080",
    "::, http://localhost:8080",
    "192.0.2.7, http://192.0.2.7:8080",
    "2001:db8::7, http://[2001:db8:0:0:0:0:0:7]:8080"
  })
  void the_address_that_is_printed_leads_to_the_one_that_is_listened_on(String address, String site)
      throws LaunchRefused {
    assertThat(read(Map.of("TAGSMITH_ADDRESS", address)).site()).isEqualTo(site);
  }

  @Test
  void what_is_no_address_is_one_clear_line() {
    assertThatThrownBy(() -> read(Map.of("TAGSMITH_ADDRESS", "no address")))
        .isInstanceOf(LaunchRefused.class)
        .hasMessage(
            "TAGSMITH_ADDRESS is \"no address\". Give 127.0.0.1 for this machine only, or 0.0.0.0.");
  }

  @Test
  void an_address_of_another_machine_is_one_clear_line() throws Exception {
    InetAddress elsewhere = InetAddress.getAllByName("192.0.2.7")[0];

    assertThatThrownBy(() -> Preflight.addressIsOurs(elsewhere, "TAGSMITH_ADDRESS"))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageStartingWith("192.0.2.7 is no address of this machine. Set TAGSMITH_ADDRESS to");
    Preflight.addressIsOurs(read(Map.of()).address(), "TAGSMITH_ADDRESS");
  }

  @Test
  void both_sandboxes_are_wanted_unless_a_real_helpdesk_is_configured_or_a_file_is_given()
      throws LaunchRefused, IOException {
    Path export = Files.createTempFile("export", ".csv");

    assertThat(read(Map.of()).ownHelpdesk()).isFalse();
    assertThat(read(Map.of()).sandboxFreshdesk()).isTrue();
    assertThat(read(Map.of("TAGSMITH_SANDBOX_FRESHDESK_TICKETS", "0")).sandboxFreshdesk())
        .isFalse();
    for (String real : List.of("TAGSMITH_ZENDESK_SUBDOMAIN", "TAGSMITH_FRESHDESK_SUBDOMAIN")) {
      assertThat(read(Map.of(real, "bank")).ownHelpdesk()).isTrue();
      assertThat(read(Map.of(real, "bank")).sandboxFreshdesk()).isFalse();
    }
    LaunchSettings file = read(Map.of("TAGSMITH_SANDBOX_TICKETS", export.toString()));
    assertThat(file.ownHelpdesk()).isFalse();
    assertThat(file.sandboxFreshdesk()).isFalse();
  }

  @Test
  void the_world_of_invented_tickets_keeps_its_name_beside_a_second_helpdesk() throws Exception {
    assertThat(read(Map.of()).world()).isEqualTo("sandbox_20000");
  }

  private static LaunchSettings read(Map<String, String> environment) throws LaunchRefused {
    return LaunchSettings.read(environment, Path.of("."));
  }
}
