package org.tagsmith.domain.audit;

import java.time.LocalDate;
import java.util.List;

/** Keeps each week's sample and what people decided about it. */
public interface RecodingSamples {
  /**
   * Draws a week's sample out of the contacts that began in the seven days before it, unless it was
   * drawn already. Whoever comes first draws it for all.
   *
   * @param week a Monday
   * @param size how many contacts, fewer if there are not so many
   */
  void draw(LocalDate week, int size);

  /** The sample as this person sees it, in the order in which it is shown. */
  List<Recoding.Sampled> sample(LocalDate week, String person);

  /**
   * Keeps what somebody decided, in place of what the same person decided before.
   *
   * @return whether the contact is in that week's sample
   */
  boolean decide(Recoding recoding);

  /** All that was decided about samples from this week on. */
  List<Recoding.Compared> since(LocalDate week);
}
