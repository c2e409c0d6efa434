/** How the daily counts are read from PostgreSQL. Hidden behind the ports of the report feature. */
package org.tagsmith.domain.report.persistence;
