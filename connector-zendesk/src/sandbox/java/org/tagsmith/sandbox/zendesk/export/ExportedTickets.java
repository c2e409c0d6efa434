package org.tagsmith.sandbox.zendesk.export;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.tagsmith.sandbox.desk.Days;
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket.Comment;
import org.tagsmith.sandbox.zendesk.desk.TicketOrigin;

/**
 * The tickets of a company's own export file, held in memory. Tags are kept exactly as the file has
 * them. What the file leaves out is filled in and told by {@link #described}.
 */
public final class ExportedTickets implements TicketOrigin {
  private static final int DAYS = 90;

  private final long[] ids;
  private final SandboxTicket[] tickets;
  private final Directory directory;
  private final String described;

  private ExportedTickets(SandboxTicket[] tickets, Directory directory, String described) {
    this.tickets = tickets;
    this.directory = directory;
    this.described = described;
    ids = Arrays.stream(tickets).mapToLong(SandboxTicket::id).toArray();
  }

  /**
   * Reads a file to its end.
   *
   * @param file Zendesk JSON, NDJSON or, by its name or content, CSV
   * @param newest no ticket changed after this second; tickets without a date end before it
   * @throws ExportUnreadable if anything in it cannot be taken; then nothing of it is
   */
  public static ExportedTickets read(Path file, long newest) throws IOException {
    Directory directory = new Directory();
    List<Draft> drafts;
    String columns = "";
    try (Reader in = Encoding.open(file)) {
      if (isCsv(file)) {
        CsvTickets.Result result = CsvTickets.read(file, in, directory);
        drafts = result.drafts();
        columns = ": " + result.columns();
      } else {
        drafts = JsonTickets.read(file, in, directory);
      }
    } catch (CharacterCodingException malformed) {
      throw new ExportUnreadable(file, 0, "it is not UTF-8 text", "Save the file as UTF-8");
    }
    if (drafts.isEmpty()) {
      throw new ExportUnreadable(file, 0, "it holds no tickets", "Export it again");
    }
    boolean undated = drafts.stream().anyMatch(draft -> draft.createdAt == 0);
    SandboxTicket[] tickets = finished(drafts, directory, newest);
    String described =
        String.format(
                Locale.ROOT, "%,d tickets from %s%s", tickets.length, file.getFileName(), columns)
            + (undated ? "; tickets without a date were spread over the last 90 days" : "");
    return new ExportedTickets(tickets, directory, described);
  }

  private static boolean isCsv(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return true;
    }
    if (name.endsWith(".json") || name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return false;
    }
    try (Reader in = Encoding.open(file)) {
      int first = in.read();
      while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
        first = in.read();
      }
      return first != '{' && first != '[';
    }
  }

  private static SandboxTicket[] finished(List<Draft> drafts, Directory directory, long newest) {
    Days days = new Days(0, drafts.size(), DAYS, newest - 300);
    TreeMap<Long, SandboxTicket> byId = new TreeMap<>();
    for (int row = 0; row < drafts.size(); row++) {
      Draft draft = drafts.get(row);
      draft.id = draft.id == 0 ? row + 1L : draft.id;
      draft.createdAt = draft.createdAt == 0 ? days.createdAt(row) : draft.createdAt;
      SandboxTicket ticket = finished(draft, directory, newest);
      byId.put(ticket.id(), ticket);
    }
    return byId.values().toArray(SandboxTicket[]::new);
  }

  private static SandboxTicket finished(Draft draft, Directory directory, long newest) {
    if (draft.requesterId == 0) {
      draft.requesterId = directory.unknownPerson(draft.id);
    }
    long updated = Math.max(draft.createdAt, draft.updatedAt);
    long generated = Math.min(newest, Math.max(updated, draft.generatedAt));
    List<Comment> comments = new ArrayList<>(draft.comments);
    if (comments.isEmpty()) {
      comments.add(new Comment(draft.requesterId, draft.text, true, draft.createdAt));
    }
    return new SandboxTicket(
        draft.id,
        draft.status,
        draft.priority,
        draft.channel,
        draft.subject,
        draft.requesterId,
        draft.organizationId,
        draft.assigneeId,
        draft.groupId,
        draft.createdAt,
        updated,
        generated,
        List.copyOf(draft.tags),
        draft.fields,
        comments);
  }

  @Override
  public String described() {
    return described;
  }

  @Override
  public int size() {
    return tickets.length;
  }

  @Override
  public SandboxTicket ticket(int position) {
    return tickets[position];
  }

  @Override
  public long generatedAt(int position) {
    return tickets[position].generatedAt();
  }

  @Override
  public boolean deletedAt(int position) {
    return tickets[position].deleted();
  }

  @Override
  public long idAt(int position) {
    return ids[position];
  }

  @Override
  public int positionOf(long id) {
    return Arrays.binarySearch(ids, id);
  }

  @Override
  public Optional<Person> person(long id) {
    return Optional.ofNullable(directory.people.get(id));
  }

  @Override
  public Optional<Organization> organization(long id) {
    return Optional.ofNullable(directory.organizations.get(id));
  }
}
