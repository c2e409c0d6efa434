package org.tagsmith.widget;

import jakarta.enterprise.inject.spi.BeanManager;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.tagsmith.widget.rest.WidgetApplication;

/**
 * The WAR as it is shipped, on a port of its own: the filters, pages and error pages of its {@code
 * web.xml} and everything that {@link WidgetApplication} names, with beans from the test's
 * container.
 */
final class WidgetServer implements AutoCloseable {
  // held, because a logger that nobody holds forgets its level
  private static final Logger QUIET = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();

  private WidgetServer() {}

  static WidgetServer start(BeanManager beans) {
    QUIET.setLevel(Level.WARNING);
    try {
      WidgetServer server = new WidgetServer();
      server.begin(beans);
      return server;
    } catch (IOException | LifecycleException e) {
      throw new IllegalStateException("The server for tests does not start", e);
    }
  }

  URI root() {
    return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException("The server for tests does not stop", e);
    }
  }

  private void begin(BeanManager beans) throws IOException, LifecycleException {
    tomcat.setBaseDir(Files.createTempDirectory(Path.of("target"), "server").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("maxThreads", "16");
    Context war = new StandardContext();
    war.setPath("");
    war.setDocBase(new File("src/main/webapp").getAbsolutePath());
    war.setParentClassLoader(WidgetServer.class.getClassLoader());
    war.setInstanceManager(new BeansForTomcat(beans));
    StandardJarScanner jars = new StandardJarScanner();
    jars.setScanClassPath(false);
    jars.setScanManifest(false);
    war.setJarScanner(jars);
    ContextConfig descriptor = new ContextConfig();
    descriptor.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    war.addLifecycleListener(descriptor);
    tomcat.getHost().addChild(war);
    Tomcat.addServlet(war, "default", new DefaultServlet());
    war.addServletMappingDecoded("/", "default");
    Tomcat.addServlet(
        war, "api", new ServletContainer(ResourceConfig.forApplication(new WidgetApplication())));
    war.addServletMappingDecoded("/api/*", "api");
    tomcat.start();
  }
}
