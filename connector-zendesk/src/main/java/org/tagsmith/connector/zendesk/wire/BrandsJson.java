package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** The brands of the account, as {@code GET /api/v2/brands.json} lists them. */
public record BrandsJson(List<BrandJson> brands) {}
