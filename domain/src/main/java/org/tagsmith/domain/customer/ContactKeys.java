package org.tagsmith.domain.customer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** By what two contacts are known to be the same person; see ADR 0018. Pure. */
public final class ContactKeys {
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");
  private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
  private static final Pattern PHONE = Pattern.compile("(?:\\+|00)([0-9 ()./-]+)");
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{7,14}");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Mailboxes that many people read, or nobody. */
  private static final Set<String> SHARED =
      Set.of(
          "noreply",
          "donotreply",
          "mailerdaemon",
          "postmaster",
          "webmaster",
          "info",
          "support",
          "help",
          "helpdesk",
          "admin",
          "administrator",
          "office",
          "contact",
          "hello",
          "sales",
          "service",
          "team",
          "mail",
          "email",
          "enquiries",
          "enquiry",
          "accounts",
          "billing",
          "reception",
          "customerservice",
          "customercare",
          "root",
          "notifications");

  private ContactKeys() {}

  /**
   * What an address is compared by: its letters A to Z in lower case. What follows a plus, and
   * dots, tell addresses apart.
   *
   * @param email may be null
   * @return empty if it is no address, or one that is shared
   */
  public static Optional<String> ofEmail(String email) {
    if (email == null) {
      return Optional.empty();
    }
    String key = lower(email.trim());
    if (key.length() > LONGEST_EMAIL || !EMAIL.matcher(key).matches()) {
      return Optional.empty();
    }
    String mailbox = key.substring(0, key.indexOf('@'));
    int plus = mailbox.indexOf('+');
    String base = (plus < 0 ? mailbox : mailbox.substring(0, plus)).replaceAll("[._-]", "");
    return SHARED.contains(base) ? Optional.empty() : Optional.of(key);
  }

  /**
   * What a phone number is compared by: its digits with the country's prefix, where that is
   * certain.
   *
   * @param phone may be null
   * @return empty if it is no number, or one without the country's prefix
   */
  public static Optional<String> ofPhone(String phone) {
    if (phone == null) {
      return Optional.empty();
    }
    var international = PHONE.matcher(TRUNK.matcher(phone.trim()).replaceAll(""));
    if (!international.matches()) {
      return Optional.empty();
    }
    String digits = NOT_A_DIGIT.matcher(international.group(1)).replaceAll("");
    return DIGITS.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  /**
   * Whether two names can be those of one person: one is missing, or all words of one stand in the
   * other. An address or a number in a name's place is none.
   */
  public static boolean namesAgree(String one, String other) {
    Set<String> some = words(one);
    Set<String> others = words(other);
    return some.containsAll(others) || others.containsAll(some);
  }

  private static Set<String> words(String name) {
    if (name == null
        || name.indexOf('@') >= 0
        || name.codePoints().noneMatch(Character::isLetter)) {
      return Set.of();
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(GAPS.split(plain))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Only A to Z, as the database does it too, whatever its collation. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
