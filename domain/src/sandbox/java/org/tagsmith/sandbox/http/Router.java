package org.tagsmith.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the endpoint for a call; the first that was added and fits answers. */
public final class Router {
  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, Pattern path, Endpoint endpoint) {}

  /**
   * An endpoint with the number its path holds.
   *
   * @param id 0 if the path has none
   */
  record Found(Endpoint endpoint, long id) {}

  /**
   * Adds an endpoint.
   *
   * @param path with {@code {id}} for a number, {@code {job}} for a job's name; {@code .json} at
   *     the end is optional for the caller
   */
  public Router on(String method, String path, Endpoint endpoint) {
    boolean json = path.endsWith(".json");
    String bare = json ? path.substring(0, path.length() - ".json".length()) : path;
    String pattern =
        Pattern.quote(bare)
                .replace("{id}", "\\E(\\d{1,18})\\Q")
                .replace("{job}", "\\E(?:[0-9a-f]{32})\\Q")
            + (json ? "(?:\\.json)?" : "");
    routes.add(new Route(method, Pattern.compile(pattern), endpoint));
    return this;
  }

  /** The methods that are served under the path of a call, in alphabetical order. */
  public Set<String> methods(Request request) {
    Set<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (route.path().matcher(request.path()).matches()) {
        methods.add(route.method());
      }
    }
    return methods;
  }

  Optional<Found> find(Request request) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(request.path());
      if (route.method().equals(request.method()) && matcher.matches()) {
        long id = matcher.groupCount() == 0 ? 0 : Long.parseLong(matcher.group(1));
        return Optional.of(new Found(route.endpoint(), id));
      }
    }
    return Optional.empty();
  }
}
