/**
 * Who is calling: a person in the console by cookie, an agent in a sidebar by bearer token, and
 * whether the address is open to them. Verifies, never stores; what a role may do is said at each
 * address by {@link org.tagsmith.widget.host.OpenTo}.
 */
package org.tagsmith.widget.host;
