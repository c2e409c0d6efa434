package org.tagsmith.sandbox.freshdesk.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers that stand for a status or a source on this account. Some tickets carry a number that
 * no list of choices knows: an administrator took the choice away, or Freshdesk added a channel.
 */
public final class Statuses {
  /** Freshdesk's own. */
  public static final int OPEN = 2;

  /** Freshdesk's own. */
  public static final int PENDING = 3;

  /** Freshdesk's own. */
  public static final int RESOLVED = 4;

  /** Freshdesk's own. */
  public static final int CLOSED = 5;

  /** Freshdesk's own, of the waiting kind. */
  public static final int WAITING_ON_CUSTOMER = 6;

  /** Freshdesk's own, of the waiting kind. */
  public static final int WAITING_ON_THIRD_PARTY = 7;

  /** The account's own. */
  public static final int WITH_FRAUD_DESK = 8;

  /** A status that was taken away; some old tickets still have it. */
  public static final int TAKEN_AWAY = 11;

  private static final Map<String, List<String>> STATUS_CHOICES = new TreeMap<>();

  private static final Map<String, Integer> SOURCE_CHOICES = new TreeMap<>();

  static {
    choice(OPEN, "Open", "Being Processed");
    choice(PENDING, "Pending", "Awaiting your Reply");
    choice(RESOLVED, "Resolved", "This ticket has been Resolved");
    choice(CLOSED, "Closed", "This ticket has been Closed");
    choice(WAITING_ON_CUSTOMER, "Waiting on Customer", "Awaiting your Reply");
    choice(WAITING_ON_THIRD_PARTY, "Waiting on Third Party", "Being Processed");
    choice(WITH_FRAUD_DESK, "With the fraud desk", "Being Processed");
    SOURCE_CHOICES.put("Email", 1);
    SOURCE_CHOICES.put("Portal", 2);
    SOURCE_CHOICES.put("Phone", 3);
    SOURCE_CHOICES.put("Forum", 4);
    SOURCE_CHOICES.put("Twitter", 5);
    SOURCE_CHOICES.put("Facebook", 6);
    SOURCE_CHOICES.put("Chat", 7);
    SOURCE_CHOICES.put("Feedback Widget", 9);
    SOURCE_CHOICES.put("Outbound Email", 10);
    SOURCE_CHOICES.put("Whatsapp", 13);
    SOURCE_CHOICES.put("Branch terminal", 101);
  }

  private Statuses() {}

  private static void choice(int number, String forAgents, String forCustomers) {
    STATUS_CHOICES.put(Integer.toString(number), List.of(forAgents, forCustomers));
  }

  /** Whether nothing more is to be done for it. */
  public static boolean done(int status) {
    return status == RESOLVED || status == CLOSED;
  }

  /** The choices of the field Status: number, name for agents, name for customers. */
  public static Map<String, List<String>> choices() {
    return Map.copyOf(STATUS_CHOICES);
  }

  /** The choices of the field Source. */
  public static Map<String, Integer> sources() {
    return Map.copyOf(SOURCE_CHOICES);
  }
}
