/** How it is kept who is one person. Hidden behind the ports of the customer feature. */
package org.tagsmith.domain.customer.persistence;
