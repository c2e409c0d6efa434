/**
 * What agents ask for: a house tag or a reason code that is missing, how many contacts need it, and
 * what a lead answers. Plain Java.
 */
package org.tagsmith.domain.governance.request;
