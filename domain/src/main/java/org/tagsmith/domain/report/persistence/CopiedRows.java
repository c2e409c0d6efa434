package org.tagsmith.domain.report.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows by binary COPY, one after the other: a result set would hold a million rows in memory all at
 * once.
 */
final class CopiedRows {
  /** The signature, the flags and the length of an extension that does not occur. */
  private static final int HEADER = 19;

  private CopiedRows() {}

  /**
   * @param copy {@code copy (...) to stdout (format binary)}
   * @param reader takes each row's fields in their order, all of them
   */
  static void read(Connection connection, String copy, Consumer<ByteBuffer> reader)
      throws SQLException {
    CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
    try {
      boolean first = true;
      for (byte[] chunk = out.readFromCopy(); chunk != null; chunk = out.readFromCopy()) {
        ByteBuffer rows = ByteBuffer.wrap(chunk);
        if (first) {
          rows.position(HEADER);
          first = false;
        }
        while (rows.hasRemaining() && rows.getShort() >= 0) {
          reader.accept(rows);
        }
      }
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }

  /** The next field, an integer that is not null. */
  static int integer(ByteBuffer row) {
    row.getInt();
    return row.getInt();
  }

  /** The next field, a bigint that is not null. */
  static long longInteger(ByteBuffer row) {
    row.getInt();
    return row.getLong();
  }

  /** The next field, a text that is not null. */
  static String text(ByteBuffer row) {
    byte[] bytes = new byte[row.getInt()];
    row.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
