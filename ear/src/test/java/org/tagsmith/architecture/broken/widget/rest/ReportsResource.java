package org.tagsmith.architecture.broken.widget.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.util.List;
import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.connector.zendesk.ZendeskConnector;
import org.tagsmith.architecture.broken.domain.report.LabelReport;
import org.tagsmith.architecture.broken.domain.report.persistence.OpenReports;
import org.tagsmith.architecture.broken.domain.vocabulary.VocabularyRepository;
import org.tagsmith.architecture.broken.sandbox.zendesk.SandboxZendesk;

/** Resources that hand the model to the world and reach past the use cases. */
final class ReportsResource {
  @Breaks("no_entity_crosses_rest")
  static final class Answering {
    @GET
    List<LabelReport> answer() {
      return List.of();
    }
  }

  @Breaks("no_entity_crosses_rest")
  static final class Taking {
    @POST
    void take(LabelReport report) {}
  }

  @Breaks("the_widget_never_names_a_connector")
  record ByConnector(ZendeskConnector connector) {}

  @Breaks("the_widget_acts_through_use_cases")
  record ByRepository(VocabularyRepository repository) {}

  @Breaks("persistence_is_hidden")
  record ByRow(OpenReports row) {}

  @Breaks("the_launcher_and_the_sandbox_stay_outside")
  record BySandbox(SandboxZendesk sandbox) {}
}
