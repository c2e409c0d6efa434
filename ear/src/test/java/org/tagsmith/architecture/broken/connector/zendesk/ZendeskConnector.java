package org.tagsmith.architecture.broken.connector.zendesk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.connector.freshdesk.FreshdeskPager;
import org.tagsmith.architecture.broken.domain.report.LabelReport;
import org.tagsmith.architecture.broken.domain.vocabulary.usecase.PublishVocabulary;

/** A connector that anybody may name, that borrows from its neighbour and calls use cases. */
@Breaks({"connectors_are_strangers", "adapters_are_package_private"})
public record ZendeskConnector(FreshdeskPager pager) {
  @Breaks("connectors_see_the_ports_only")
  record ByUseCase(PublishVocabulary publish) {}

  @Breaks("connectors_see_the_ports_only")
  record ByReport(LabelReport report) {}

  @Breaks("connectors_serve_nobody")
  record ByFilter(ContainerRequestFilter filter) {}

  @Breaks("connectors_serve_nobody")
  static final class Served {
    @GET
    String answer() {
      return "";
    }
  }
}
