package org.tagsmith.architecture.broken.domain.sync.usecase;

import org.tagsmith.architecture.Breaks;
import org.tagsmith.architecture.broken.connector.zendesk.ZendeskConnector;
import org.tagsmith.architecture.broken.domain.report.LabelReport;
import org.tagsmith.architecture.broken.launch.Launcher;

/** Names a connector instead of its port, and reports. */
@Breaks({"the_domain_knows_nobody", "features_follow_the_map", "features_have_no_cycles"})
public record SyncTickets(ZendeskConnector connector, LabelReport report) {
  @Breaks({"the_domain_knows_nobody", "the_launcher_and_the_sandbox_stay_outside"})
  record ByLauncher(Launcher launcher) {}
}
