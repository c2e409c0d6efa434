/**
 * How tickets come in and labels go out: the ports that connectors implement, and the bookkeeping
 * of runs. Nobody in the domain imports this feature; it imports ticket and customer. Its use cases
 * know disposition besides: they hear of each decision and tell how a tag is spelled.
 */
package org.tagsmith.domain.sync;
