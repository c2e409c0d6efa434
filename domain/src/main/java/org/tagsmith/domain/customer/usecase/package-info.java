/** What is worked out about customers over all helpdesks. Changes no contact. */
package org.tagsmith.domain.customer.usecase;
