package org.tagsmith.domain.sync.persistence;

import java.util.Arrays;

/**
 * Values as {@link java.io.DataOutputStream} writes them, in memory. A page has ten thousand, and a
 * stream takes a lock for each byte of them. For one thread.
 */
final class GrowingBytes {
  private byte[] bytes;
  private int size;

  /**
   * @param expected about how many bytes follow
   */
  GrowingBytes(int expected) {
    bytes = new byte[Math.max(64, expected)];
  }

  void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  void writeByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void writeShort(int value) {
    reserve(2);
    bytes[size++] = (byte) (value >>> 8);
    bytes[size++] = (byte) value;
  }

  void writeInt(int value) {
    writeShort(value >>> 16);
    writeShort(value);
  }

  void writeLong(long value) {
    writeInt((int) (value >>> 32));
    writeInt((int) value);
  }

  void write(byte[] values) {
    reserve(values.length);
    System.arraycopy(values, 0, bytes, size, values.length);
    size += values.length;
  }

  /** A copy of what was written. */
  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
