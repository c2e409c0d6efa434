package org.tagsmith.widget.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class CallerFeatureTest {
  @Test
  void an_application_with_a_method_that_does_not_say_whom_it_is_open_to_does_not_start() {
    ResourceConfig forgetful =
        new ResourceConfig(Forgetful.class).register(new CallerFeature(null));

    assertThatThrownBy(() -> new ApplicationHandler(forgetful))
        .hasStackTraceContaining("Forgetful.read() does not say whom it is open to. Add @OpenTo.");
  }

  /** Somebody forgot to say who may call it. */
  @Path("forgetful")
  public static final class Forgetful {
    @GET
    public String read() {
      return "a secret";
    }
  }
}
