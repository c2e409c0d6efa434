package org.tagsmith.domain.sync.persistence;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * A page as bytes, for the second until it is stored. Begins with the number of this form: who
 * changes a record that is written here gives it another number, and pages of the former form are
 * read from the helpdesk again. Pure.
 */
final class PageBytes {
  private static final int FORM = 1;

  /** Writes one value. */
  private interface Writer<T> {
    void write(GrowingBytes out, T value);
  }

  /** Reads one value. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private PageBytes() {}

  static byte[] of(TicketBatch page) {
    GrowingBytes out = new GrowingBytes(64 + page.tickets().size() * 400);
    out.writeInt(FORM);
    all(out, page.tickets(), PageBytes::ticket);
    all(out, page.contacts(), PageBytes::contact);
    all(out, page.customers(), PageBytes::customer);
    names(out, page.names().agents());
    names(out, page.names().groups());
    names(out, page.names().brands());
    all(out, page.ratings(), PageBytes::ticketRating);
    text(out, page.next().encoded());
    moment(out, page.readUpTo());
    out.writeBoolean(page.endOfStream());
    return out.toArray();
  }

  /** Empty if another version wrote them. */
  static Optional<TicketBatch> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return in.readInt() == FORM
          ? Optional.of(
              new TicketBatch(
                  all(in, PageBytes::ticket),
                  all(in, PageBytes::contact),
                  all(in, PageBytes::customer),
                  new DeskNames(names(in), names(in), names(in)),
                  all(in, PageBytes::ticketRating),
                  new SyncCursor(text(in)),
                  moment(in),
                  in.readBoolean()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("A kept page breaks off", e);
    }
  }

  private static void ticket(GrowingBytes out, TicketSnapshot ticket) {
    out.writeLong(ticket.remoteId());
    out.writeByte(ticket.status().code());
    text(out, ticket.channel());
    text(out, ticket.subject());
    out.writeLong(ticket.contactId());
    out.writeLong(ticket.customerId());
    out.writeLong(ticket.assigneeId());
    out.writeLong(ticket.groupId());
    moment(out, ticket.createdAt());
    moment(out, ticket.updatedAt());
    moment(out, ticket.generatedAt());
    all(out, ticket.labels(), PageBytes::text);
    TicketFacts facts = ticket.facts();
    maybe(out, facts.channel(), (to, channel) -> to.writeShort(channel.code()));
    out.writeLong(facts.brandId());
    text(out, facts.language());
    maybe(out, facts.rating(), PageBytes::rating);
    maybe(out, facts.handling(), PageBytes::handling);
  }

  private static TicketSnapshot ticket(DataInputStream in) throws IOException {
    return new TicketSnapshot(
        in.readLong(),
        TicketStatus.ofCode(in.readByte()),
        text(in),
        text(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        moment(in),
        moment(in),
        moment(in),
        labels(in),
        new TicketFacts(
            maybe(in, from -> Channel.ofCode(from.readShort())),
            in.readLong(),
            text(in),
            maybe(in, PageBytes::rating),
            maybe(in, PageBytes::handling)));
  }

  private static Set<String> labels(DataInputStream in) throws IOException {
    return new HashSet<>(all(in, PageBytes::text));
  }

  private static void rating(GrowingBytes out, Rating rating) {
    maybe(out, rating.satisfaction(), (to, given) -> to.writeByte(given.code()));
    text(out, rating.word());
  }

  private static Rating rating(DataInputStream in) throws IOException {
    return new Rating(maybe(in, from -> Satisfaction.ofCode(from.readByte())), text(in));
  }

  private static void handling(GrowingBytes out, Handling handling) {
    moment(out, handling.solvedAt());
    moment(out, handling.closedAt());
    out.writeInt(handling.reopens());
    maybe(out, handling.firstReplyMinutes(), (to, minutes) -> to.writeInt(minutes));
  }

  private static Handling handling(DataInputStream in) throws IOException {
    return new Handling(moment(in), moment(in), in.readInt(), maybe(in, DataInputStream::readInt));
  }

  private static void contact(GrowingBytes out, ContactSnapshot contact) {
    out.writeLong(contact.remoteId());
    text(out, contact.name());
    text(out, contact.email());
    text(out, contact.phone());
    out.writeLong(contact.customerId());
  }

  private static ContactSnapshot contact(DataInputStream in) throws IOException {
    return new ContactSnapshot(in.readLong(), text(in), text(in), text(in), in.readLong());
  }

  private static void customer(GrowingBytes out, CustomerSnapshot customer) {
    out.writeLong(customer.remoteId());
    text(out, customer.name());
  }

  private static CustomerSnapshot customer(DataInputStream in) throws IOException {
    return new CustomerSnapshot(in.readLong(), text(in));
  }

  private static void ticketRating(GrowingBytes out, TicketRating rating) {
    out.writeLong(rating.ticketId());
    rating(out, rating.rating());
    moment(out, rating.ratedAt());
  }

  private static TicketRating ticketRating(DataInputStream in) throws IOException {
    return new TicketRating(in.readLong(), rating(in), moment(in));
  }

  private static void names(GrowingBytes out, Map<Long, String> names) {
    out.writeInt(names.size());
    for (Map.Entry<Long, String> name : names.entrySet()) {
      out.writeLong(name.getKey());
      text(out, name.getValue());
    }
  }

  private static Map<Long, String> names(DataInputStream in) throws IOException {
    Map<Long, String> names = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.put(in.readLong(), text(in));
    }
    return names;
  }

  private static <T> void all(GrowingBytes out, Collection<T> values, Writer<T> writer) {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(out, value);
    }
  }

  private static <T> List<T> all(DataInputStream in, Reader<T> reader) throws IOException {
    List<T> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(reader.read(in));
    }
    return values;
  }

  private static <T> void maybe(GrowingBytes out, T value, Writer<T> writer) {
    out.writeBoolean(value != null);
    if (value != null) {
      writer.write(out, value);
    }
  }

  private static <T> T maybe(DataInputStream in, Reader<T> reader) throws IOException {
    return in.readBoolean() ? reader.read(in) : null;
  }

  private static void moment(GrowingBytes out, Instant moment) {
    maybe(
        out,
        moment,
        (to, given) -> {
          to.writeLong(given.getEpochSecond());
          to.writeInt(given.getNano());
        });
  }

  private static Instant moment(DataInputStream in) throws IOException {
    return maybe(in, from -> Instant.ofEpochSecond(from.readLong(), from.readInt()));
  }

  private static void text(GrowingBytes out, String text) {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
