package org.tagsmith.browser;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tagsmith.sandbox.invented.Reason;

/**
 * What a lead of the sandbox's bank knows: which house tag each of its labels means, in whatever
 * spelling. Asked nothing of Tagsmith.
 */
final class LeadsMind {
  /** What says nothing of why a customer got in touch. */
  static final String NO_REASON = "";

  /** By the first label of each reason of the sandbox, in their order; new tags included. */
  private static final List<String> TAGS =
      List.of(
          "Upgrade_CreditCard",
          "Card_Question",
          "Payment_CardFailed",
          "Card_LostOrStolen",
          "Card_Delivery",
          "Card_Activation",
          "Card_Pin",
          "Upgrade_CreditLimit",
          "Card_Fee",
          "Payment_NotRecognized",
          "Card_Rewards",
          "Card_Cancellation",
          "Card_Contactless",
          "Card_Abroad",
          "Payment_CardFailed",
          "Payment_Pending",
          "Transfer_Cancel",
          "Payment_Refund",
          "Payment_DirectDebit",
          "Payment_DirectDebit",
          "Exchange_Rate",
          "Transfer_Fee",
          "Transfer_International",
          "Account_Balance",
          "Cash_WithdrawalDeclined",
          "Account_Locked",
          "Customer_DetailsChange",
          "Customer_DetailsChange",
          "Account_Closure",
          "NewApplication_Account",
          "NewApplication_CreditCard",
          "Lead_Mortgage",
          "Lead_Mortgage",
          "NewApplication_Loan",
          "Lead_Investment",
          "Account_Statement",
          "Card_Compromised",
          "Customer_IdentityCheck",
          "Account_App",
          "Customer_Complaint",
          "Lead_Business",
          "Lead_Mortgage",
          NO_REASON,
          NO_REASON);

  private final Map<String, String> meanings = new HashMap<>();
  private final Map<String, String> slipped = new HashMap<>();

  LeadsMind() throws IOException {
    List<Reason> reasons;
    try (InputStream in = Reason.class.getResourceAsStream("/org/tagsmith/sandbox/reasons.json")) {
      reasons = new ObjectMapper().readValue(in, new TypeReference<List<Reason>>() {});
    }
    for (int reason = 0; reason < TAGS.size(); reason++) {
      for (String label : reasons.get(reason).labels()) {
        meanings.putIfAbsent(letters(label), TAGS.get(reason));
        for (String slip : slips(letters(label))) {
          slipped.putIfAbsent(slip, TAGS.get(reason));
        }
      }
    }
  }

  /** The house tag that a label means, or {@link #NO_REASON}. */
  String meaningOf(String label) {
    String letters = letters(label);
    String known = meanings.get(letters);
    return known != null
        ? known
        : slips(letters).stream()
            .map(slipped::get)
            .filter(tag -> tag != null)
            .findFirst()
            .orElse(NO_REASON);
  }

  private static String letters(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** A spelling, and what is left of it without one letter. */
  private static Set<String> slips(String letters) {
    Set<String> slips = new HashSet<>();
    if (letters.length() > 4) {
      slips.add(letters);
      IntStream.range(0, letters.length())
          .forEach(at -> slips.add(letters.substring(0, at) + letters.substring(at + 1)));
    }
    return slips;
  }
}
