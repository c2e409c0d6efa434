/** What leads ask about practice, and how a sample is coded a second time. */
package org.tagsmith.domain.audit.usecase;
