package org.tagsmith.domain.sync;

import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.ClockThatIsOff;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.http.Faults;
import org.tagsmith.sandbox.http.Mishap;
import org.tagsmith.sandbox.http.Request;

/**
 * A helpdesk under test that is a sandbox: it keeps a journal, and anything can go wrong with it.
 */
public interface SandboxUnderTest extends HelpdeskUnderTest {
  /** What shall go wrong with the next calls. */
  Faults faults();

  /** What was called and what it did. */
  Journal journal();

  /** The helpdesk's clock. */
  ClockForTests clock();

  /** The clock of the connectors, which is the helpdesk's as long as nobody sets it. */
  ClockThatIsOff ourClock();

  /** The fault of that name; of its number 0 means the usual. */
  Mishap mishap(String name, int number);

  /** How the path ends of every call that asks for a page of tickets. */
  String listPath();

  /** Whether a call asks for a page of tickets. */
  default boolean isList(Request request) {
    return request.method().equals("GET") && request.path().endsWith(listPath());
  }

  /** Adds a label to a ticket, or takes it away, as a person or a rule in the helpdesk would. */
  void change(long ticket, String by, String label, boolean add);
}
