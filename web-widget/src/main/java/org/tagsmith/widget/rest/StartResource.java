package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.view.StartView;

/** What the start page needs to lead on. */
@ApplicationScoped
@Path("start")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class StartResource {
  private static final String MAVEN = "/META-INF/maven/org.tagsmith/tagsmith-domain/pom.properties";

  static final String BUILT_VERSION = builtVersion();

  private final ShownVocabulary vocabulary;
  private final List<StartView.SandboxView> sandboxes;

  protected StartResource() {
    vocabulary = null;
    sandboxes = null;
  }

  @Inject
  public StartResource(
      ShownVocabulary vocabulary,
      @ConfigProperty(name = "tagsmith.sandbox.url") Optional<String> zendesk,
      @ConfigProperty(name = "tagsmith.sandbox.freshdesk-url") Optional<String> freshdesk) {
    this.vocabulary = vocabulary;
    sandboxes =
        Stream.of(sandbox("zendesk", zendesk), sandbox("freshdesk", freshdesk))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Optional<StartView.SandboxView> sandbox(String connector, Optional<String> url) {
    return url.filter(each -> !each.isBlank())
        .map(each -> new StartView.SandboxView(connector, each));
  }

  @GET
  @OpenTo(Audience.EVERYONE)
  @Operation(summary = "Where to go from here; open to everybody.")
  public StartView read() {
    return new StartView(sandboxes, BUILT_VERSION, vocabulary.version());
  }

  private static String builtVersion() {
    try (InputStream built = HelpdeskAccountId.class.getResourceAsStream(MAVEN)) {
      Properties properties = new Properties();
      if (built != null) {
        properties.load(built);
      }
      return properties.getProperty("version", "development");
    } catch (IOException e) {
      throw new UncheckedIOException("The version of this build cannot be read", e);
    }
  }
}
