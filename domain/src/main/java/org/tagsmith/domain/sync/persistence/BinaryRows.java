package org.tagsmith.domain.sync.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format
 * (https://www.postgresql.org/docs/17/sql-copy.html#SQL-COPY-BINARY-FORMAT), kept in memory and
 * sent at once. For one thread.
 */
final class BinaryRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long POSTGRES_EPOCH_SECOND = 946_684_800L;

  private final int columns;
  private byte[] bytes;
  private int size;
  private int rows;

  /**
   * @param columns how many values each row has
   * @param expectedRows about how many rows follow
   */
  BinaryRows(int columns, int expectedRows) {
    this.columns = columns;
    bytes = new byte[64 + expectedRows * columns * 16];
    System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
    size = HEADER.length;
  }

  /** Begins a row; as many values as it has columns must follow, in order. */
  void row() {
    reserve(2);
    putShort(columns);
    rows++;
  }

  void smallint(int value) {
    reserve(6);
    putInt(2);
    putShort(value);
  }

  void integer(int value) {
    reserve(8);
    putInt(4);
    putInt(value);
  }

  void bigint(long value) {
    reserve(12);
    putInt(8);
    putLong(value);
  }

  void timestamp(Instant value) {
    bigint(
        (value.getEpochSecond() - POSTGRES_EPOCH_SECOND) * 1_000_000L + value.getNano() / 1_000L);
  }

  /** A null, of any type. */
  void nothing() {
    reserve(4);
    putInt(-1);
  }

  /** A text or null; must be free of NUL characters. */
  void text(String value) {
    if (value == null) {
      nothing();
      return;
    }
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    reserve(4 + encoded.length);
    putInt(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  /**
   * Sends the rows; nothing is sent if there are none.
   *
   * @param target table and columns, such as {@code customer (account_id, remote_id, name)}
   */
  void copyInto(String target, Connection connection) throws SQLException {
    if (rows == 0) {
      return;
    }
    reserve(2);
    putShort(-1);
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + target + " from stdin (format binary)");
    try {
      copy.writeToCopy(bytes, 0, size);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private void putShort(int value) {
    bytes[size++] = (byte) (value >>> 8);
    bytes[size++] = (byte) value;
  }

  private void putInt(int value) {
    putShort(value >>> 16);
    putShort(value);
  }

  private void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }
}
