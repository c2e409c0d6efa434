package org.tagsmith.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The files of the agent's pages: the vendor's own, and those that all sandboxes show. Immutable.
 */
public final class PageFiles {
  private static final String SHARED = "/org/tagsmith/sandbox/pages/";
  private static final List<String> SHARED_SCRIPTS =
      List.of("elements.js", "message-port.js", "preferences.js", "words.js");

  private final Class<?> owner;
  private final String folder;
  private final Map<String, String> blanks;

  /**
   * Serves files of a jar.
   *
   * @param owner a class of the jar that holds the vendor's own files
   * @param folder where they lie, with a slash at both ends
   * @param blanks what is filled into pages, by the word between <code>{{</code> and <code>}}
   *     </code>
   */
  public PageFiles(Class<?> owner, String folder, Map<String, String> blanks) {
    this.owner = owner;
    this.folder = folder;
    this.blanks = Map.copyOf(blanks);
  }

  /** Adds what all pages need, and these scripts of the vendor's, under {@code /agent}. */
  public void addTo(Router router, List<String> scripts) {
    router.on(
        "GET",
        "/agent/agent.css",
        (request, id) -> file(PageFiles.class, SHARED, "agent.css", "css"));
    for (String script : SHARED_SCRIPTS) {
      router.on(
          "GET",
          "/agent/" + script,
          (request, id) -> file(PageFiles.class, SHARED, script, "javascript"));
    }
    for (String script : scripts) {
      router.on(
          "GET", "/agent/" + script, (request, id) -> file(owner, folder, script, "javascript"));
    }
  }

  /** A style sheet of the vendor's. */
  public Answer css(String name) {
    return file(owner, folder, name, "css");
  }

  /** A script of the vendor's. */
  public Answer script(String name) {
    return file(owner, folder, name, "javascript");
  }

  /** A page of the vendor's with its blanks filled in. */
  public Answer page(String name) {
    String html = new String(read(owner, folder, name), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> blank : blanks.entrySet()) {
      html = html.replace("{{" + blank.getKey() + "}}", blank.getValue());
    }
    return Answer.text(200, "text/html; charset=utf-8", html);
  }

  private static Answer file(Class<?> owner, String folder, String name, String type) {
    return Answer.of(200, "text/" + type + "; charset=utf-8", read(owner, folder, name));
  }

  private static byte[] read(Class<?> owner, String folder, String name) {
    try (InputStream in = owner.getResourceAsStream(folder + name)) {
      if (in == null) {
        throw new IllegalStateException("The sandbox was packed without " + name);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
