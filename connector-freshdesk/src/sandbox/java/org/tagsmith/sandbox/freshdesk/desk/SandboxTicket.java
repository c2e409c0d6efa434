package org.tagsmith.sandbox.freshdesk.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One ticket at one moment; changing it makes another.
 *
 * @param id positive, unique
 * @param status Freshdesk's number
 * @param priority 1 low to 4 urgent
 * @param source Freshdesk's number of the channel
 * @param type null if none
 * @param companyId 0 if none
 * @param responderId the agent, 0 if none
 * @param groupId 0 if none
 * @param tags in the order in which they were given
 * @param fields values of custom fields by name; no entry means null
 * @param messages the conversation, oldest first; the first is the description
 * @param rating what the customer said of it, null if nothing
 */
public record SandboxTicket(
    long id,
    Place place,
    int status,
    int priority,
    int source,
    String subject,
    String type,
    long requesterId,
    long companyId,
    long responderId,
    long groupId,
    Times times,
    List<String> tags,
    Map<String, String> fields,
    List<Message> messages,
    Rating rating) {
  public SandboxTicket {
    Objects.requireNonNull(place, "place");
    tags = List.copyOf(tags);
    fields = Map.copyOf(fields);
    messages = List.copyOf(messages);
  }

  /**
   * One message of the conversation.
   *
   * @param authorId a contact or an agent
   * @param incoming whether the customer wrote it
   * @param hidden whether only agents see it
   */
  public record Message(
      long authorId, String body, boolean incoming, boolean hidden, long createdAt) {}

  /**
   * What a customer said of the service.
   *
   * @param score 103 (best), 102, 101, 100, -101, -102 or -103
   * @param feedback null if the customer wrote nothing
   */
  public record Rating(int score, String feedback, long createdAt) {}

  /** When it was last changed, in seconds since 1970. */
  public long updatedAt() {
    return times.updatedAt();
  }

  /** When it was opened, in seconds since 1970. */
  public long createdAt() {
    return times.createdAt();
  }

  /** What the customer wrote first, empty if nothing. */
  public String description() {
    return messages.isEmpty() ? "" : messages.get(0).body();
  }

  /** Whether it lies in the trash. */
  public boolean deleted() {
    return place == Place.DELETED;
  }

  /** Whether it was marked as spam. */
  public boolean spam() {
    return place == Place.SPAM;
  }

  /** Starts a copy that differs in some respects. */
  public Changing but() {
    return new Changing(this);
  }

  /** A copy in the making. Not thread-safe. */
  public static final class Changing {
    private long id;
    private Place place;
    private int status;
    private int priority;
    private int source;
    private String subject;
    private String type;
    private long requesterId;
    private long companyId;
    private long responderId;
    private long groupId;
    private Times times;
    private List<String> tags;
    private final Map<String, String> fields;
    private final List<Message> messages;
    private Rating rating;

    private Changing(SandboxTicket from) {
      id = from.id;
      place = from.place;
      status = from.status;
      priority = from.priority;
      source = from.source;
      subject = from.subject;
      type = from.type;
      requesterId = from.requesterId;
      companyId = from.companyId;
      responderId = from.responderId;
      groupId = from.groupId;
      times = from.times;
      tags = from.tags;
      fields = new HashMap<>(from.fields);
      messages = new ArrayList<>(from.messages);
      rating = from.rating;
    }

    Changing id(long value) {
      id = value;
      return this;
    }

    Changing place(Place value) {
      place = value;
      return this;
    }

    Changing times(Times value) {
      times = value;
      return this;
    }

    /** In another status; the times follow. */
    public Changing status(int value, long now) {
      if (value != status) {
        times = times.moved(status, value, now);
        status = value;
      }
      return this;
    }

    /** Of another priority. */
    public Changing priority(int value) {
      priority = value;
      return this;
    }

    /** Through another channel. */
    public Changing source(int value) {
      source = value;
      return this;
    }

    /** Under another subject. */
    public Changing subject(String value) {
      subject = value;
      return this;
    }

    /** Of another type, null for none. */
    public Changing type(String value) {
      type = value;
      return this;
    }

    /** From somebody else. */
    public Changing requester(long contact, long company) {
      requesterId = contact;
      companyId = company;
      return this;
    }

    /** Answered by somebody else, 0 for nobody. */
    public Changing responder(long value) {
      responderId = value;
      return this;
    }

    /** In another group, 0 for none. */
    public Changing group(long value) {
      groupId = value;
      return this;
    }

    /** With these tags instead. */
    public Changing tags(List<String> value) {
      tags = value;
      return this;
    }

    /** With another value of a custom field, null for none. */
    public Changing field(String name, String value) {
      if (value == null) {
        fields.remove(name);
      } else {
        fields.put(name, value);
      }
      return this;
    }

    /** With another description. */
    public Changing description(String value) {
      Message first = messages.get(0);
      messages.set(
          0,
          new Message(
              first.authorId(), value, first.incoming(), first.hidden(), first.createdAt()));
      return this;
    }

    /** With one more message; an agent's first open one counts as the first response. */
    public Changing message(Message value) {
      messages.add(value);
      if (!value.incoming() && !value.hidden()) {
        times = times.responded(value.createdAt());
      }
      return this;
    }

    /** Rated. */
    public Changing rating(Rating value) {
      rating = value;
      return this;
    }

    /** The finished copy. */
    public SandboxTicket done() {
      return new SandboxTicket(
          id,
          place,
          status,
          priority,
          source,
          subject,
          type,
          requesterId,
          companyId,
          responderId,
          groupId,
          times,
          tags,
          fields,
          messages,
          rating);
    }
  }
}
