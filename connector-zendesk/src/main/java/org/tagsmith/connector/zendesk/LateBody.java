package org.tagsmith.connector.zendesk;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;

/**
 * Gives a DELETE its body at the last moment. Zendesk removes tags by a DELETE that has a body;
 * given earlier, Jersey would refuse it, or warn in the server's log about each one. Stateless.
 */
final class LateBody implements ClientRequestFilter {
  private static final String PROPERTY = LateBody.class.getName();

  static Invocation.Builder attach(Invocation.Builder call, byte[] json) {
    return call.property(PROPERTY, json);
  }

  @Override
  public void filter(ClientRequestContext request) {
    Object json = request.getProperty(PROPERTY);
    if (json != null) {
      request.setEntity(json, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
