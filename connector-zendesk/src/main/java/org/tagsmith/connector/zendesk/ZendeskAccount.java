package org.tagsmith.connector.zendesk;

import java.net.URI;
import java.time.Clock;
import java.util.function.IntSupplier;
import org.tagsmith.domain.sync.http.Pause;

/**
 * The parts that speak to one Zendesk account and remember what concerns it alone, such as its
 * limits, fields and brands. Thread-safe.
 */
final class ZendeskAccount implements AutoCloseable {
  private final ZendeskAccess access;
  private final ZendeskApi api;
  private final ZendeskGateway gateway;
  private final ZendeskPager pager;
  private final BrandNames brandNames;
  private final ZendeskLabelWriter labelWriter;

  ZendeskAccount(ZendeskAccess access, IntSupplier pageSize, Pause pause, Clock clock) {
    this.access = access;
    api = new ZendeskApi(access, clock);
    gateway = new ZendeskGateway(api, pause);
    pager = new ZendeskPager(gateway, pageSize, clock);
    brandNames = new BrandNames(gateway, clock);
    labelWriter =
        new ZendeskLabelWriter(
            gateway, new FieldLabels(gateway, clock), new ClosedTicketRoute(gateway, pause));
  }

  ZendeskApi api() {
    return api;
  }

  ZendeskGateway gateway() {
    return gateway;
  }

  ZendeskPager pager() {
    return pager;
  }

  BrandNames brandNames() {
    return brandNames;
  }

  ZendeskLabelWriter labelWriter() {
    return labelWriter;
  }

  /** Where agents open a ticket. */
  URI ticketPage(long ticketId) {
    return page("/agent/tickets/" + ticketId);
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
