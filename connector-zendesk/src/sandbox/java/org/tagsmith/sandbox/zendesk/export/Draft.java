package org.tagsmith.sandbox.zendesk.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket.Comment;

/** What one row or object of an export says about a ticket; what it does not say is left empty. */
final class Draft {
  long id;
  String subject = "";
  String text = "";
  String status = "open";
  String priority;
  String channel = "web";
  long requesterId;
  long organizationId;
  long assigneeId;
  long groupId;
  long createdAt;
  long updatedAt;
  long generatedAt;
  final Set<String> tags = new LinkedHashSet<>();
  final Map<Long, String> fields = new HashMap<>();
  final List<Comment> comments = new ArrayList<>();
}
