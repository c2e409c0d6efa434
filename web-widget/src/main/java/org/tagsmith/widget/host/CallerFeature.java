package org.tagsmith.widget.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import org.tagsmith.domain.access.usecase.Sessions;

/** Puts a {@link CallerFilter} before each resource method, as its {@link OpenTo} says. */
@ApplicationScoped
public class CallerFeature implements DynamicFeature {
  private final Sessions sessions;

  protected CallerFeature() {
    this(null);
  }

  @Inject
  public CallerFeature(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    if (!method.getDeclaringClass().getName().startsWith("org.tagsmith.")) {
      return;
    }
    OpenTo openTo = method.getAnnotation(OpenTo.class);
    if (openTo == null) {
      throw new IllegalStateException(method + " does not say whom it is open to. Add @OpenTo.");
    }
    context.register(new CallerFilter(sessions, openTo.value()), Priorities.AUTHENTICATION);
  }
}
