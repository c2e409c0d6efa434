/** The questions leads ask. Answers are records; nothing here changes anything. */
package org.tagsmith.domain.report.usecase;
