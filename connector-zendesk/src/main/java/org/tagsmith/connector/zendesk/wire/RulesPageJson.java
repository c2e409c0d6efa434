package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** A page of rules; of the four lists one is there. */
public record RulesPageJson(
    List<RuleJson> triggers,
    List<RuleJson> automations,
    List<RuleJson> views,
    List<RuleJson> macros,
    PageMetaJson meta) {}
