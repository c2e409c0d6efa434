package org.tagsmith.widget.view;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.DeadLetter;
import org.tagsmith.domain.sync.usecase.TicketPages;

/**
 * Changes of labels that the helpdesk refused for good, the newest first.
 *
 * @param more whether older ones are left; ask for those before the last id
 */
@Schema(name = "DeadLetters")
public record DeadLettersView(List<Letter> letters, boolean more) {
  /** A page of the list. */
  public static DeadLettersView of(List<DeadLetter> letters, int page, TicketPages.Finder pages) {
    return new DeadLettersView(
        letters.stream().map(each -> Letter.of(each, pages)).toList(), letters.size() == page);
  }

  /**
   * One of them.
   *
   * @param page where agents open the ticket, null if that is not known
   * @param overtaken those of the labels that were decided anew since; not tried again
   * @param concerned the labels that the refusal names, possibly those of others
   * @param canTryAgain whether anything of it is left to try again
   * @param retriedBy who tried it again before, null if nobody did
   */
  @Schema(
      name = "DeadLetter",
      properties = {
        @SchemaProperty(name = "page", nullable = true),
        @SchemaProperty(name = "retriedBy", nullable = true),
        @SchemaProperty(name = "retriedAt", nullable = true)
      })
  public record Letter(
      long id,
      long ticket,
      String page,
      List<String> add,
      List<String> remove,
      List<String> overtaken,
      String reason,
      List<String> concerned,
      String by,
      Instant decidedAt,
      Instant refusedAt,
      boolean canTryAgain,
      String retriedBy,
      Instant retriedAt) {
    static Letter of(DeadLetter letter, TicketPages.Finder pages) {
      return new Letter(
          letter.id(),
          letter.ticketId(),
          pages.page(letter.ticketId()).map(URI::toString).orElse(null),
          sorted(letter.add()),
          sorted(letter.remove()),
          sorted(letter.overtaken()),
          letter.reason(),
          sorted(letter.concerned()),
          letter.by(),
          letter.decidedAt(),
          letter.refusedAt(),
          letter.canBeTriedAgain(),
          letter.lastRetry().map(DeadLetter.Retry::by).orElse(null),
          letter.lastRetry().map(DeadLetter.Retry::at).orElse(null));
    }

    private static List<String> sorted(Collection<String> labels) {
      return labels.stream().sorted().toList();
    }
  }

  /**
   * Which are meant: these, or all up to the newest that was seen.
   *
   * @param ids at most 200
   */
  @Schema(name = "DeadLettersChosen")
  public record Chosen(List<Long> ids, Long upTo) {}

  /** How many it were; fewer than asked for if somebody else was quicker. */
  @Schema(name = "DeadLettersDone")
  public record Done(int letters) {}
}
