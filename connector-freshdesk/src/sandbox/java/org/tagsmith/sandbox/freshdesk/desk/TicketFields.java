package org.tagsmith.sandbox.freshdesk.desk;

import java.util.List;

/** The account's custom fields. Unlike Zendesk's, their values have nothing to do with tags. */
public final class TicketFields {
  /** The drop-down "Product". */
  public static final String PRODUCT = "cf_product";

  /** The check box "Vulnerable customer". */
  public static final String CARE = "cf_vulnerable_customer";

  /** The free text field "Case reference". */
  public static final String REFERENCE = "cf_case_reference";

  private static final List<Field> FIELDS =
      List.of(
          new Field(
              43_000_003_001L,
              PRODUCT,
              "custom_dropdown",
              "Product",
              List.of("Current account", "Credit card", "Mortgage", "Savings")),
          new Field(43_000_003_002L, CARE, "custom_checkbox", "Vulnerable customer", List.of()),
          new Field(43_000_003_003L, REFERENCE, "custom_text", "Case reference", List.of()));

  private static final List<String> TYPES =
      List.of("Question", "Incident", "Problem", "Feature Request", "Lead");

  private TicketFields() {}

  /**
   * One custom field.
   *
   * @param choices of a drop-down, otherwise empty
   */
  public record Field(long id, String name, String type, String label, List<String> choices) {}

  /** All custom fields in the order of the form. */
  public static List<Field> all() {
    return FIELDS;
  }

  /** The choices of the field Type. */
  public static List<String> types() {
    return TYPES;
  }
}
