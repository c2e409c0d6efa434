package org.tagsmith.connector.freshdesk;

import java.net.URI;
import java.time.Clock;
import java.util.function.IntSupplier;
import org.tagsmith.domain.sync.http.Pause;

/**
 * The parts that speak to one Freshdesk account and remember what concerns it alone, such as its
 * limits, people, names and words. Thread-safe.
 */
final class FreshdeskAccount implements AutoCloseable {
  private final FreshdeskAccess access;
  private final FreshdeskApi api;
  private final FreshdeskGateway gateway;
  private final FreshdeskPeople people;
  private final FreshdeskNames names;
  private final FreshdeskPager pager;
  private final SourceWords sourceWords;
  private final FreshdeskLabelWriter labelWriter;

  FreshdeskAccount(FreshdeskAccess access, IntSupplier pageSize, Pause pause, Clock clock) {
    this.access = access;
    api = new FreshdeskApi(access, clock);
    gateway = new FreshdeskGateway(api, pause, clock);
    people = new FreshdeskPeople(gateway, clock);
    names = new FreshdeskNames(gateway, clock);
    pager = new FreshdeskPager(gateway, people, pageSize, clock);
    sourceWords = new SourceWords(gateway, clock);
    labelWriter = new FreshdeskLabelWriter(gateway);
  }

  FreshdeskApi api() {
    return api;
  }

  FreshdeskGateway gateway() {
    return gateway;
  }

  FreshdeskPeople people() {
    return people;
  }

  FreshdeskNames names() {
    return names;
  }

  FreshdeskPager pager() {
    return pager;
  }

  SourceWords sourceWords() {
    return sourceWords;
  }

  FreshdeskLabelWriter labelWriter() {
    return labelWriter;
  }

  /** Where agents open a ticket. */
  URI ticketPage(long ticketId) {
    return page("/a/tickets/" + ticketId);
  }

  /**
   * A page of the helpdesk's own.
   *
   * @param path starts with a slash
   */
  URI page(String path) {
    return URI.create(access.baseUri() + path);
  }

  @Override
  public void close() {
    api.close();
  }
}
