package org.tagsmith.widget.rest;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Takes out of the API description what nobody wrote into it: the server fills a property that has
 * a description with the defaults of the annotation, among them that an object may hold nothing; it
 * also copies JAX-RS expressions into paths, and mixes up what an operation answers. Named in
 * {@code mp.openapi.filter}.
 */
public final class PlainDescription implements OASFilter {
  /** A path parameter that says what it may look like, as JAX-RS writes it. */
  private static final String EXPRESSION = "\\{(\\w+):[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}";

  @Override
  public Schema filterSchema(Schema schema) {
    schema.setMaxProperties(null);
    schema.setMinProperties(null);
    schema.setMinLength(null);
    schema.setUniqueItems(null);
    schema.setExclusiveMaximum(null);
    schema.setExclusiveMinimum(null);
    schema.setReadOnly(null);
    schema.setWriteOnly(null);
    schema.setDeprecated(null);
    if (!Boolean.TRUE.equals(schema.getNullable())) {
      schema.setNullable(null);
    }
    return schema;
  }

  @Override
  public void filterOpenAPI(OpenAPI description) {
    description.getInfo().setVersion(StartResource.BUILT_VERSION);
    Paths plain = OASFactory.createPaths();
    description
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              item.getOperations().values().forEach(DescribedAnswers::sort);
              plain.addPathItem(path.replaceAll(EXPRESSION, "{$1}"), item);
            });
    description.setPaths(plain);
  }
}
