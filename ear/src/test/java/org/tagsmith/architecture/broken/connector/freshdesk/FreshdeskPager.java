package org.tagsmith.architecture.broken.connector.freshdesk;

import org.tagsmith.architecture.Breaks;

/** Public, so that its neighbour can borrow it. */
@Breaks("adapters_are_package_private")
public record FreshdeskPager() {}
