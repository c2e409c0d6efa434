package org.tagsmith.connector.freshdesk.wire;

/** A group of {@code GET /api/v2/groups}, or a product of {@code GET /api/v2/products}. */
public record NamedJson(Long id, String name) {}
