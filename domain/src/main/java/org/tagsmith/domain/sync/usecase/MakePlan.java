package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanRepository.Carriers;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.PlannedLabels;
import org.tagsmith.domain.sync.plan.PlannedLabels.By;
import org.tagsmith.domain.sync.plan.Replacement;
import org.tagsmith.domain.sync.plan.WriteBackPlan;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.VocabularyRepository;
import org.tagsmith.domain.vocabulary.VocabularyRepository.PublishedVocabulary;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * A lead makes a plan: what would be replaced on an account's tickets, and on how many. Nothing is
 * written by that, whatever the account's write-back is set to. Thread-safe.
 */
@ApplicationScoped
public class MakePlan {
  private final FindAccount accounts;
  private final Connectors connectors;
  private final CurrentVocabulary vocabulary;
  private final VocabularyRepository versions;
  private final PlanRepository plans;

  @Inject
  MakePlan(
      FindAccount accounts,
      Connectors connectors,
      CurrentVocabulary vocabulary,
      VocabularyRepository versions,
      PlanRepository plans) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.vocabulary = vocabulary;
    this.versions = versions;
    this.plans = plans;
  }

  /** For the container's proxy. */
  protected MakePlan() {
    this.accounts = null;
    this.connectors = null;
    this.vocabulary = null;
    this.versions = null;
    this.plans = null;
  }

  /**
   * Makes a plan and keeps it.
   *
   * @param closedToo whether closed tickets are written, too
   * @param by the lead
   * @return the plan's number
   * @throws PlanRefused {@code unknown-version}, {@code unknown-tag}, {@code tag-is-retired}, or
   *     {@code nothing-to-write} if no ticket carries a label that would be replaced
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional
  public long make(HelpdeskAccountId id, PlanOrigin origin, boolean closedToo, String by) {
    HelpdeskAccount account = accounts.connected(id);
    VocabularyReader now = vocabulary.read();
    Connector connector = connectors.of(account.connector());
    PlannedLabels labels = new PlannedLabels(now, connector::labelFor);
    Set<String> found = plans.labelsOf(id);
    Map<String, By> replaced = labels.of(tags(origin, labels, now, found), found);
    Tally tally = new Tally(closedToo, replaced.keySet());
    if (!replaced.isEmpty()) {
      plans.carriers(id, replaced.keySet()).forEach(tally::add);
    }
    if (tally.tickets == 0) {
      throw new PlanRefused(
          "nothing-to-write",
          "No ticket of this account carries a label that would be replaced"
              + (closedToo ? "." : ", closed tickets aside."));
    }
    return plans.keep(
        new WriteBackPlan(
            0,
            id,
            origin,
            now.vocabulary().version(),
            closedToo,
            tally.replacements(replaced),
            tally.tickets,
            PlanState.READY,
            null,
            false,
            0,
            by,
            null,
            null,
            null,
            null));
  }

  private Set<Integer> tags(
      PlanOrigin origin, PlannedLabels labels, VocabularyReader now, Set<String> found) {
    if (origin.version() == null) {
      return Set.of(liveTag(now, origin.tag()));
    }
    int version = origin.version();
    if (version < 1) {
      throw unknown(version);
    }
    VocabularyReader after = reader(version, now);
    return labels.touchedBy(reader(version - 1, now), after, found);
  }

  private static int liveTag(VocabularyReader now, int tag) {
    boolean retired =
        now.tag(tag)
            .orElseThrow(() -> new PlanRefused("unknown-tag", "There is no house tag " + tag + "."))
            .retired();
    if (retired) {
      throw new PlanRefused(
          "tag-is-retired", "A retired tag is not written onto tickets. Choose its successor.");
    }
    return tag;
  }

  private VocabularyReader reader(int version, VocabularyReader now) {
    Vocabulary content =
        version == 0
            ? Vocabulary.empty()
            : versions
                .find(version)
                .map(PublishedVocabulary::vocabulary)
                .orElseThrow(() -> unknown(version));
    return VocabularyReader.compile(content, now);
  }

  private static PlanRefused unknown(int version) {
    return new PlanRefused(
        "unknown-version",
        "There is no version " + version + " of the vocabulary. The history lists all.");
  }

  /** Counts tickets, and those of each label. For one thread. */
  private static final class Tally {
    private final boolean closedToo;
    private final Set<String> replaced;
    private final Map<String, Long> byLabel = new HashMap<>();
    private long tickets;

    Tally(boolean closedToo, Set<String> replaced) {
      this.closedToo = closedToo;
      this.replaced = replaced;
    }

    void add(Carriers carriers) {
      long count = carriers.open() + (closedToo ? carriers.closed() : 0);
      tickets += count;
      carriers.labels().stream()
          .filter(replaced::contains)
          .forEach(label -> byLabel.merge(label, count, Long::sum));
    }

    List<Replacement> replacements(Map<String, By> by) {
      return by.entrySet().stream()
          .map(
              each ->
                  new Replacement(
                      each.getKey(),
                      each.getValue().label(),
                      each.getValue().tag(),
                      byLabel.getOrDefault(each.getKey(), 0L)))
          .filter(each -> each.tickets() > 0)
          .toList();
    }
  }
}
