package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The threads that call a helpdesk while the run's own thread stores the former page, or renews its
 * lease. One per run and not one of the server's pool: that pool may have a single thread, and the
 * run itself may be sitting on it.
 */
@ApplicationScoped
class ReadingThreads {
  private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

  /** A thread of its own; the caller shuts it down. */
  ExecutorService newReader() {
    return Executors.newSingleThreadExecutor(factory());
  }

  @SuppressWarnings("BanJNDI") // the name is a constant of the platform
  private static ThreadFactory factory() {
    try {
      return InitialContext.doLookup(MANAGED);
    } catch (NamingException outsideAServer) {
      return work -> {
        Thread thread = new Thread(work, "tagsmith-reader");
        thread.setDaemon(true);
        return thread;
      };
    }
  }
}
