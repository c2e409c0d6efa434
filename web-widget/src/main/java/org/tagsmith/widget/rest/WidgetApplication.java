package org.tagsmith.widget.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.tagsmith.widget.host.CallerFeature;
import org.tagsmith.widget.host.SameOriginFilter;
import org.tagsmith.widget.problem.ChangeRefusedMapper;
import org.tagsmith.widget.problem.DispositionRefusedMapper;
import org.tagsmith.widget.problem.FileRefusedMapper;
import org.tagsmith.widget.problem.HttpProblemMapper;
import org.tagsmith.widget.problem.PlanRefusedMapper;
import org.tagsmith.widget.problem.RefusedRequestMapper;
import org.tagsmith.widget.problem.ReportPeriodRefusedMapper;
import org.tagsmith.widget.problem.SettingsRefusedMapper;
import org.tagsmith.widget.problem.StaffRefusedMapper;
import org.tagsmith.widget.problem.UnexpectedProblemMapper;

/**
 * Names everything that answers under {@code /api}. Nothing is found by scanning: the server brings
 * several JSON providers and error mappers of its own, and which one answers must not be chance.
 */
@ApplicationPath("api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Tagsmith",
            version = "0",
            description =
                "One vocabulary for every helpdesk. Every change but a helpdesk's webhook needs the header"
                    + " 'X-Tagsmith: 1'. Times are ISO 8601 in UTC, days are UTC days. Refusals are"
                    + " application/problem+json with a stable 'code'.",
            license = @License(name = "Apache-2.0")))
@SecurityScheme(
    securitySchemeName = "console",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = "tagsmith_session",
    description = "Set by POST /api/session.")
@SecurityScheme(
    securitySchemeName = "sidebar",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "Stands in the page that a helpdesk loads as its sidebar.")
public class WidgetApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        JsonBodies.class,
        CallerFeature.class,
        SameOriginFilter.class,
        RefusedRequestMapper.class,
        ChangeRefusedMapper.class,
        DispositionRefusedMapper.class,
        FileRefusedMapper.class,
        PlanRefusedMapper.class,
        ReportPeriodRefusedMapper.class,
        SettingsRefusedMapper.class,
        StaffRefusedMapper.class,
        HttpProblemMapper.class,
        UnexpectedProblemMapper.class,
        AccountsResource.class,
        AuditResource.class,
        BackfillResource.class,
        ChangesResource.class,
        CodesResource.class,
        ConnectionsResource.class,
        DeadLettersResource.class,
        DraftResource.class,
        DryRunResource.class,
        HooksResource.class,
        InterpretationsResource.class,
        NamesResource.class,
        LintResource.class,
        LabelsResource.class,
        MentionsResource.class,
        PeopleResource.class,
        PingResource.class,
        PlansResource.class,
        QuestionsResource.class,
        ReconcileResource.class,
        ReportsResource.class,
        RequestsResource.class,
        RunsResource.class,
        SecretsResource.class,
        SessionResource.class,
        SetAsideResource.class,
        SidebarAppsResource.class,
        SidebarSessionResource.class,
        SidebarTicketsResource.class,
        SidebarTokensResource.class,
        StartResource.class,
        UsageResource.class,
        VersionsResource.class,
        VocabularyFileResource.class,
        VocabularyResource.class);
  }

  /** Jersey's own names; see https://eclipse-ee4j.github.io/jersey.github.io/apidocs/3.1.0/ */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.disableAutoDiscovery", true,
        "jersey.config.server.wadl.disableWadl", true,
        "jersey.config.server.response.setStatusOverSendError", true);
  }
}
