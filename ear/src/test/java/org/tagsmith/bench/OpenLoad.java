package org.tagsmith.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests that come when they come, as from many people: each is sent at its time whether or not
 * the former was answered, and its waiting counts from that time.
 */
final class OpenLoad {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int perSecond;

  OpenLoad(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * An answer.
   *
   * @param millis from the time the request was due
   */
  record Answered(double millis, int status) {}

  /**
   * Sends them.
   *
   * @param requests the n-th, from 0
   * @return milliseconds, one per request
   * @throws IllegalStateException if one is answered with other than 200 or 204
   */
  double[] run(int count, IntFunction<HttpRequest> requests) {
    return answers(count, requests).stream()
        .mapToDouble(
            answer -> {
              if (answer.status() != 200 && answer.status() != 204) {
                throw new IllegalStateException("A request was answered with " + answer.status());
              }
              return answer.millis();
            })
        .toArray();
  }

  /**
   * Sends them and takes any answer.
   *
   * @param requests the n-th, from 0
   * @return one per request, in their order
   */
  List<Answered> answers(int count, IntFunction<HttpRequest> requests) {
    long begin = System.nanoTime() + 10_000_000;
    List<CompletableFuture<Answered>> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      HttpRequest request = requests.apply(i);
      long due = begin + i * 1_000_000_000L / perSecond;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      answers.add(
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
              .thenApply(
                  answer -> new Answered((System.nanoTime() - due) / 1e6, answer.statusCode())));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }
}
