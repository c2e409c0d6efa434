/**
 * What every request passes and every answer carries, whatever it is for: a limit on bodies,
 * security headers, caching. Knows nothing of who is calling and answers no request itself but to
 * refuse it.
 */
package org.tagsmith.widget.guard;
