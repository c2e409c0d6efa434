package org.tagsmith.sandbox.zendesk.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The custom fields whose values Zendesk also keeps as tags: taking such a tag away empties the
 * field, adding one sets it. Source: support.zendesk.com article 8357765534618.
 */
public final class TicketFields {
  /** The drop-down "Product". */
  public static final long PRODUCT = 360011122180L;

  /** The check box "Vulnerable customer". */
  public static final long CARE = 360011122200L;

  /** The free text field "Case reference", which has nothing to do with tags. */
  public static final long REFERENCE = 360011122220L;

  private static final List<Field> FIELDS =
      List.of(
          new Field(
              PRODUCT,
              "tagger",
              "Product",
              null,
              List.of(
                  new Option(1, "Current account", "product__current_account"),
                  new Option(2, "Credit card", "product__credit_card"),
                  new Option(3, "Mortgage", "product__mortgage"),
                  new Option(4, "Savings", "product__savings"))),
          new Field(CARE, "checkbox", "Vulnerable customer", "needs_care", List.of()),
          new Field(REFERENCE, "text", "Case reference", null, List.of()));

  private TicketFields() {}

  /**
   * One custom field.
   *
   * @param tag the tag of a check box, otherwise null
   * @param options the choices of a drop-down, otherwise empty
   */
  public record Field(long id, String type, String title, String tag, List<Option> options) {
    private boolean owns(String candidate) {
      return candidate.equals(tag) || options.stream().anyMatch(o -> o.value().equals(candidate));
    }

    private boolean carriesAsTag(String value) {
      return tag != null || options.stream().anyMatch(o -> o.value().equals(value));
    }
  }

  /**
   * One choice of a drop-down.
   *
   * @param value what is stored, also as a tag
   */
  public record Option(long id, String name, String value) {}

  /** All custom fields in the order of the form. */
  public static List<Field> all() {
    return FIELDS;
  }

  /**
   * Gives a ticket these tags and lets its fields follow.
   *
   * @param wanted all tags the ticket shall have
   * @return the ticket with tags and fields in agreement; of two choices of one drop-down the later
   *     one stays
   */
  static SandboxTicket retag(SandboxTicket ticket, Set<String> wanted) {
    Map<Long, String> values = new HashMap<>(ticket.fields());
    Set<String> tags = new LinkedHashSet<>(wanted);
    for (Field field : FIELDS) {
      List<String> owned = wanted.stream().filter(field::owns).toList();
      if (owned.isEmpty()) {
        if (Optional.ofNullable(values.get(field.id())).filter(field::carriesAsTag).isPresent()) {
          values.remove(field.id());
        }
        continue;
      }
      String chosen = chosen(owned, values.get(field.id()));
      owned.stream().filter(o -> !o.equals(chosen)).forEach(tags::remove);
      values.put(field.id(), field.tag() == null ? chosen : "true");
    }
    return ticket.withTags(new ArrayList<>(tags), values);
  }

  private static String chosen(List<String> owned, String before) {
    return owned.stream().filter(o -> !o.equals(before)).reduce((a, b) -> b).orElse(owned.get(0));
  }
}
