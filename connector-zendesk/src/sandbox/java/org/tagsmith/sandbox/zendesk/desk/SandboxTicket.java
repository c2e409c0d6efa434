package org.tagsmith.sandbox.zendesk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One ticket at one moment; changing it makes another. Times are whole seconds since 1970, as
 * Zendesk keeps them.
 *
 * @param id positive, unique
 * @param status new, open, pending, hold, solved, closed or deleted
 * @param priority null if none
 * @param channel Zendesk's word for how it came in
 * @param tags without repetition; the order means nothing
 * @param fields values of custom fields by the field's number; no entry means null
 * @param comments the conversation, oldest first; the first is the description
 * @param story what Zendesk measures of it; null stands for that of a ticket which came into its
 *     status when it was last changed
 */
public record SandboxTicket(
    long id,
    String status,
    String priority,
    String channel,
    String subject,
    long requesterId,
    long organizationId,
    long assigneeId,
    long groupId,
    long createdAt,
    long updatedAt,
    long generatedAt,
    List<String> tags,
    Map<Long, String> fields,
    List<Comment> comments,
    Story story) {
  public SandboxTicket {
    story = story == null ? Story.in(status, updatedAt) : story;
    tags = List.copyOf(tags);
    fields = Map.copyOf(fields);
    comments = List.copyOf(comments);
  }

  /** A ticket which came into its status when it was last changed. */
  public SandboxTicket(
      long id,
      String status,
      String priority,
      String channel,
      String subject,
      long requesterId,
      long organizationId,
      long assigneeId,
      long groupId,
      long createdAt,
      long updatedAt,
      long generatedAt,
      List<String> tags,
      Map<Long, String> fields,
      List<Comment> comments) {
    this(
        id,
        status,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        comments,
        null);
  }

  /**
   * One message of the conversation.
   *
   * @param authorId a person or an agent
   * @param open whether the customer sees it
   */
  public record Comment(long authorId, String body, boolean open, long createdAt) {}

  /** What the customer wrote first, empty if nothing. */
  public String description() {
    return comments.isEmpty() ? "" : comments.get(0).body();
  }

  /** Whether the export reports it as gone and everything else as not found. */
  public boolean deleted() {
    return status.equals("deleted");
  }

  /** Whether its status forbids ordinary updates. */
  public boolean closed() {
    return status.equals("closed");
  }

  SandboxTicket withTags(List<String> wanted, Map<Long, String> values) {
    return new SandboxTicket(
        id,
        status,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        wanted,
        values,
        comments,
        story);
  }

  /** The same in another status. */
  public SandboxTicket withStatus(String wanted) {
    return new SandboxTicket(
        id,
        wanted,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        comments,
        story);
  }

  /** The same under another subject. */
  public SandboxTicket withSubject(String wanted) {
    return new SandboxTicket(
        id,
        status,
        priority,
        channel,
        wanted,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        comments,
        story);
  }

  /** The same with another priority, null for none. */
  public SandboxTicket withPriority(String wanted) {
    return new SandboxTicket(
        id,
        status,
        wanted,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        comments,
        story);
  }

  /** The same with one more message. */
  public SandboxTicket withComment(Comment comment) {
    List<Comment> more = new ArrayList<>(comments);
    more.add(comment);
    return new SandboxTicket(
        id,
        status,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        more,
        story);
  }

  /** The same, rated by its customer: good or bad. */
  public SandboxTicket rated(String score) {
    return new SandboxTicket(
        id,
        status,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        comments,
        new Story(story.solvedAt(), story.statusUpdatedAt(), story.reopens(), score));
  }

  /** The same with the measures of a change from another status. */
  SandboxTicket movedFrom(String before, long now) {
    return new SandboxTicket(
        id,
        status,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        tags,
        fields,
        comments,
        story.moved(before, status, now));
  }

  /** When an agent answered for the first time, in seconds since 1970; 0 if nobody did. */
  public long firstRepliedAt() {
    return comments.stream()
        .skip(1)
        .filter(comment -> comment.open() && comment.authorId() != requesterId)
        .mapToLong(Comment::createdAt)
        .min()
        .orElse(0);
  }

  /** The same with these times of its last change, for people and for the export. */
  public SandboxTicket at(long updated, long generated) {
    return new SandboxTicket(
        id,
        status,
        priority,
        channel,
        subject,
        requesterId,
        organizationId,
        assigneeId,
        groupId,
        createdAt,
        updated,
        generated,
        tags,
        fields,
        comments,
        story);
  }
}
