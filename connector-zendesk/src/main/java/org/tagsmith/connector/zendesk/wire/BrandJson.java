package org.tagsmith.connector.zendesk.wire;

/** A brand of the account. */
public record BrandJson(Long id, String name) {}
