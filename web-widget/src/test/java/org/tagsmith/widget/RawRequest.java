package org.tagsmith.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that a well-behaved client would not send: its head and body are written as given. */
public final class RawRequest {
  private static final int MOST = 40 * 1024 * 1024;

  private final URI root;
  private final StringBuilder head = new StringBuilder();

  public RawRequest(URI root, String line) {
    this.root = root;
    head.append(line).append(" HTTP/1.1\r\nHost: localhost:").append(root.getPort()).append("\r\n");
    head.append("X-Tagsmith: 1\r\nContent-Type: application/json\r\n");
  }

  /** The same with another line in its head. */
  public RawRequest with(String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** Sends these bytes of the body and nothing after them, and waits for the answer. */
  public Answer send(byte[] body) {
    return exchange(
        out -> {
          out.write(body);
          out.flush();
        });
  }

  /** Sends the piece in chunks until the server has had enough. */
  public Answer sendChunksWithoutEnd(byte[] piece) {
    with("Transfer-Encoding", "chunked");
    return exchange(
        out -> {
          for (long sent = 0; sent < MOST; sent += piece.length) {
            out.write(
                (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(piece);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
          throw new IllegalStateException("The server took " + MOST + " bytes");
        });
  }

  /** Sends the body in one chunk, without its length in the head. */
  public Answer sendOneChunk(byte[] body) {
    with("Transfer-Encoding", "chunked");
    return exchange(
        out -> {
          out.write(
              (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
          out.write(body);
          out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          out.flush();
        });
  }

  private interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private Answer exchange(Body body) {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      Thread writer = new Thread(() -> write(body, out));
      writer.setDaemon(true);
      writer.start();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Body body, OutputStream out) {
    try {
      body.writeTo(out);
    } catch (IOException refused) {
      // The server has answered and closed; what it answered is what the test looks at.
    }
  }

  private static Answer read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        if (line.length() == 0) {
          break;
        }
        lines.add(line.toString());
        line.setLength(0);
      } else if (next != '\r') {
        line.append((char) next);
      }
    }
    Map<String, List<String>> headers =
        lines.stream()
            .skip(1)
            .map(each -> each.split(": ", 2))
            .collect(
                Collectors.groupingBy(
                    each -> each[0].toLowerCase(Locale.ROOT),
                    Collectors.mapping(each -> each[1], Collectors.toList())));
    HttpHeaders known = HttpHeaders.of(headers, (name, value) -> true);
    int length = (int) known.firstValueAsLong("content-length").orElse(0);
    String answered = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), known, answered);
  }
}
