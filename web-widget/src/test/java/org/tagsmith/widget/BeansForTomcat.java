package org.tagsmith.widget;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionTarget;
import org.apache.tomcat.InstanceManager;

/** Makes filters and servlets as a server with CDI does: what they ask for is injected. */
final class BeansForTomcat implements InstanceManager {
  private final BeanManager beans;

  BeansForTomcat(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public Object newInstance(Class<?> type) {
    return make(type);
  }

  @Override
  public Object newInstance(String className) throws ClassNotFoundException {
    return newInstance(className, BeansForTomcat.class.getClassLoader());
  }

  @Override
  public Object newInstance(String className, ClassLoader loader) throws ClassNotFoundException {
    return make(Class.forName(className, true, loader));
  }

  @Override
  public void newInstance(Object made) {
    // Jersey's servlet is made by the test; nothing is injected into it.
  }

  @Override
  public void destroyInstance(Object made) {
    // Nothing that is made here holds anything open.
  }

  private <T> T make(Class<T> type) {
    InjectionTarget<T> target =
        beans
            .getInjectionTargetFactory(beans.createAnnotatedType(type))
            .createInjectionTarget(null);
    CreationalContext<T> context = beans.createCreationalContext(null);
    T made = target.produce(context);
    target.inject(made, context);
    target.postConstruct(made);
    return made;
  }
}
