package org.tagsmith.domain.governance.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tagsmith.domain.governance.ChangeRefused;
import org.tagsmith.domain.governance.request.RequestAnswer;
import org.tagsmith.domain.governance.request.RequestAnswer.Accepted;
import org.tagsmith.domain.governance.request.RequestAnswer.Target;
import org.tagsmith.domain.governance.request.RequestRepository;
import org.tagsmith.domain.governance.request.TagRequest;
import org.tagsmith.domain.vocabulary.VocabularyReader;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * What leads do with requests. Each step says which version of the request was looked at, so that
 * nobody overwrites what another lead did meanwhile. Thread-safe.
 */
@ApplicationScoped
public class AnswerRequests {
  private static final int MOST_CONTACTS = 100_000;

  private final RequestRepository requests;
  private final WeighRequests weigh;
  private final CurrentVocabulary vocabulary;
  private final Clock clock;

  /** For the container's proxy. */
  protected AnswerRequests() {
    this(null, null, null, null);
  }

  @Inject
  public AnswerRequests(
      RequestRepository requests, WeighRequests weigh, CurrentVocabulary vocabulary, Clock clock) {
    this.requests = requests;
    this.weigh = weigh;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * Says who looks after a request, and until when.
   *
   * @param seen the version that was looked at
   * @param owner null for nobody
   * @param dueOn null for no date
   * @throws ChangeRefused {@code unknown-request}, or {@code request-changed} with what it is now
   */
  @Transactional
  public TagRequest lookAfter(long id, int seen, String owner, LocalDate dueOn, String by) {
    return keep(locked(id, seen).lookedAfterBy(owner, dueOn), by);
  }

  /**
   * Answers a request, or takes its answer back.
   *
   * @param seen the version that was looked at
   * @throws ChangeRefused as {@link #lookAfter} and {@link TagRequest#answered} say; {@code
   *     unknown-tag} or {@code unknown-code} where the answer names one that is not live
   */
  @Transactional
  public TagRequest answer(long id, int seen, RequestAnswer answer, String by) {
    TagRequest request = locked(id, seen);
    return keep(request.answered(complete(request, answer), weigh.weight(request)), by);
  }

  /** What was made keeps why it was accepted; what it names must be there. */
  private RequestAnswer complete(TagRequest request, RequestAnswer answer) {
    if (answer instanceof RequestAnswer.Made made) {
      requireLive(made.target());
      return request.answer() instanceof Accepted accepted
          ? new RequestAnswer.Made(made.target(), accepted.overridden())
          : made;
    }
    if (answer instanceof RequestAnswer.Existing existing) {
      requireLive(existing.target());
    }
    return answer;
  }

  private void requireLive(Target target) {
    VocabularyReader reader = vocabulary.read();
    if (target.tagId() != null
        && reader.tag(target.tagId()).filter(tag -> !tag.retired()).isEmpty()) {
      throw new ChangeRefused(
          "unknown-tag", -1, "There is no such live house tag.", Map.of("field", "target"));
    }
    if (target.code() != null
        && reader.code(target.code()).filter(code -> !code.retired()).isEmpty()) {
      throw new ChangeRefused(
          "unknown-code", -1, "There is no such live reason code.", Map.of("field", "target"));
    }
  }

  /**
   * Sets how many contacts of 30 days it takes.
   *
   * @param contacts 0 to 100,000
   * @throws ChangeRefused {@code bad-threshold}
   */
  @Transactional
  public void threshold(int contacts, String by) {
    if (contacts < 0 || contacts > MOST_CONTACTS) {
      throw new ChangeRefused(
          "bad-threshold",
          -1,
          "The threshold is a number from 0 to " + MOST_CONTACTS + ".",
          Map.of("field", "threshold", "most", MOST_CONTACTS));
    }
    requests.setThreshold(contacts, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private TagRequest locked(long id, int seen) {
    TagRequest request = requests.lock(id).orElseThrow(() -> unknown(id));
    if (request.version() != seen) {
      Map<String, Object> now = new LinkedHashMap<>();
      now.put("version", request.version());
      now.put("state", request.answer().word());
      if (request.changedBy() != null) {
        now.put("by", request.changedBy());
      }
      throw new ChangeRefused(
          "request-changed",
          -1,
          request.changedBy() + " changed the request meanwhile. Look at it again.",
          now);
    }
    return request;
  }

  private TagRequest keep(TagRequest changed, String by) {
    requests.change(changed, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return requests.find(changed.id()).orElseThrow();
  }

  static ChangeRefused unknown(long id) {
    return new ChangeRefused(
        "unknown-request", -1, "There is no request " + id + ".", Map.of("request", id));
  }
}
