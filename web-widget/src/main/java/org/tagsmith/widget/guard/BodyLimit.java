package org.tagsmith.widget.guard;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.tagsmith.domain.governance.file.VocabularyFile;
import org.tagsmith.widget.problem.RefusedRequest;

/**
 * A request of which at most {@link #BYTES} are read. The server itself sets no limit. What exceeds
 * it is refused by its announced length, or while it is read if it announced none.
 */
final class BodyLimit extends HttpServletRequestWrapper {
  /** The largest body of ours, 200 labels of 255 characters of four bytes, fits. */
  static final int BYTES = 256 * 1024;

  /** A vocabulary as a file: 5,000 tags with 20,000 aliases take three of them. */
  static final int FILE_BYTES = VocabularyFile.MOST_BYTES;

  private static final Pattern FILE = Pattern.compile(".*/api/vocabulary/file(/check)?");

  private final int most;
  private ServletInputStream counted;

  BodyLimit(HttpServletRequest request) {
    super(request);
    most = most(request);
  }

  /** How many bytes are read at this address. */
  static int most(HttpServletRequest request) {
    return FILE.matcher(request.getRequestURI()).matches() ? FILE_BYTES : BYTES;
  }

  static boolean announcedTooMuch(HttpServletRequest request) {
    return request.getContentLengthLong() > most(request);
  }

  static RefusedRequest refusal(int most) {
    return RefusedRequest.tooLarge(
        "body-too-large",
        "The body is longer than " + most + " bytes, the most that is read. Send less at once.");
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (counted == null) {
      counted = new Counted(super.getInputStream(), most);
    }
    return counted;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private final int most;
    private int read;

    Counted(ServletInputStream body, int most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = body.read(into, offset, length);
      count(Math.max(got, 0));
      return got;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > most) {
        throw refusal(most);
      }
    }

    @Override
    public int available() throws IOException {
      return body.available();
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
