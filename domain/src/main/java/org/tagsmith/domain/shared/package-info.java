/** The few ids that every feature speaks of. Imports no other feature; stays under ten types. */
package org.tagsmith.domain.shared;
