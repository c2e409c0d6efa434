package org.tagsmith.widget.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The helpdesks in whose pages the sidebar may stand, as the operator set them in {@code
 * tagsmith.sidebar.frame-ancestors}. Matches as browsers do
 * (https://www.w3.org/TR/CSP3/#match-hosts): {@code https://*.zendesk.com} covers every subdomain,
 * not the domain itself.
 */
@ApplicationScoped
public class FrameAncestors {
  private static final Pattern SOURCE =
      Pattern.compile("https?://(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?");

  private final List<String> sources;

  protected FrameAncestors() {
    sources = List.of();
  }

  /**
   * @param configured origins with blanks between them; empty means nobody
   * @throws IllegalArgumentException if one is not an origin
   */
  @Inject
  public FrameAncestors(
      @ConfigProperty(name = "tagsmith.sidebar.frame-ancestors") Optional<String> configured) {
    sources =
        configured.stream()
            .flatMap(text -> Pattern.compile("[\\s,]+").splitAsStream(text.strip()))
            .filter(source -> !source.isEmpty())
            .map(source -> source.toLowerCase(Locale.ROOT))
            .peek(FrameAncestors::check)
            .toList();
  }

  private static void check(String source) {
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "tagsmith.sidebar.frame-ancestors holds '"
              + source
              + "', which is not an origin. Write origins such as https://bank.zendesk.com or"
              + " https://*.zendesk.com, with blanks between them and no path.");
    }
  }

  /** The value of the {@code frame-ancestors} directive. */
  public String directive() {
    return sources.isEmpty() ? "'none'" : String.join(" ", sources);
  }

  /**
   * Whether a page of this origin may hold the sidebar.
   *
   * @param origin as browsers write it, such as {@code https://bank.zendesk.com}; may be null
   */
  public boolean allow(String origin) {
    if (origin == null || origin.length() > 300) {
      return false;
    }
    String asked = origin.toLowerCase(Locale.ROOT);
    return SOURCE.matcher(asked).matches()
        && !asked.contains("*")
        && sources.stream().anyMatch(source -> matches(source, asked));
  }

  private static boolean matches(String source, String origin) {
    int star = source.indexOf("*.");
    if (star < 0) {
      return source.equals(origin);
    }
    String scheme = source.substring(0, star);
    String suffix = source.substring(star + 1);
    return origin.startsWith(scheme)
        && origin.endsWith(suffix)
        && origin.length() > scheme.length() + suffix.length();
  }
}
