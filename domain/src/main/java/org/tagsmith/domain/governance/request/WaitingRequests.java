package org.tagsmith.domain.governance.request;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Requests that wait, as somebody looks at them who is about to ask. Immutable. */
public record WaitingRequests(List<TagRequest> requests) {
  private static final double LIKE = 0.6;
  private static final int MOST = 5;

  public WaitingRequests {
    requests = List.copyOf(requests);
  }

  /** Those that might ask for the same, the likeliest first; of either kind. */
  public List<TagRequest> alike(String name) {
    return requests.stream()
        .filter(each -> likeness(each, name) >= LIKE)
        .sorted(
            Comparator.comparingDouble((TagRequest each) -> -likeness(each, name))
                .thenComparingLong(TagRequest::id))
        .limit(MOST)
        .toList();
  }

  /** The one that asks for the same already. */
  public Optional<TagRequest> same(Wanted wanted) {
    return requests.stream()
        .filter(each -> each.wanted().kind() == wanted.kind())
        .filter(each -> each.wanted().key().equals(wanted.key()))
        .findFirst();
  }

  private static double likeness(TagRequest request, String name) {
    return NameLikeness.of(request.wanted().name(), name);
  }
}
