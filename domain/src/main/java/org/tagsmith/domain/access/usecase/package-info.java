/** Signing in, keeping staff, opening and checking sessions. */
package org.tagsmith.domain.access.usecase;
