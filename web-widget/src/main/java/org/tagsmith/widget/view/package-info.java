/**
 * What goes over the wire: {@code ...View} records out, {@code ...Request} records in, and how they
 * become JSON. Names of JSON members live here and nowhere in the domain. Holds no decision.
 */
package org.tagsmith.widget.view;
