package org.tagsmith.architecture.broken.domain.report.usecase;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.domain.sync.usecase.SyncTickets;
import org.tagsmith.architecture.broken.domain.vocabulary.usecase.PublishVocabulary;

/** Use cases that know how they were asked and call whom they should not. */
final class ReadLabelReport {
  @Breaks({"use_cases_leave_other_use_cases_alone", "features_have_no_cycles"})
  record ByAnotherUseCase(PublishVocabulary publish) {}

  @Breaks({
    "use_cases_leave_other_use_cases_alone",
    "features_follow_the_map",
    "features_have_no_cycles"
  })
  record BySync(SyncTickets sync) {}

  @Breaks("rest_stays_in_widget")
  record ByRest(Response answer) {}

  @Breaks("rest_stays_in_widget")
  record ByServlet(HttpServletRequest request) {}
}
