package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** People read reports while a lead merges and takes back: either version, never half of one. */
class PublicationSeenWholeTest extends RunningWidget {
  private static final int READERS = 3;
  private static final int MERGES = 8;
  private static final String REPORT = "api/reports/contacts?from=2026-01-01&to=2026-12-31";

  @Test
  void a_reader_sees_the_former_version_or_the_next_one_whole() throws Exception {
    Client lead = console(Role.LEAD);
    String label =
        lead.get("api/reports/unmapped-labels?limit=1")
            .json()
            .path("labels")
            .get(0)
            .path("label")
            .asText();
    change(lead, "{\"do\":\"place-label\",\"label\":\"" + label + "\",\"tagId\":2}");
    Map<Integer, Set<String>> seen = new ConcurrentHashMap<>();
    note(lead, seen);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        reading.add(
            readers.submit(
                () -> {
                  while (!over.get()) {
                    note(lead, seen);
                  }
                }));
      }
      for (int i = 0; i < MERGES; i++) {
        int merged = change(lead, "{\"do\":\"merge-tag\",\"tagId\":2,\"intoId\":1}");
        note(lead, seen);
        lead.post("api/vocabulary/versions/" + merged + "/undo", "{}").json();
        note(lead, seen);
      }
      over.set(true);
      for (Future<?> each : reading) {
        each.get();
      }
    } finally {
      over.set(true);
      readers.shutdownNow();
    }

    assertThat(seen).hasSizeGreaterThan(MERGES);
    assertThat(seen).allSatisfy((version, reports) -> assertThat(reports).hasSize(1));
    Set<String> different = new HashSet<>();
    seen.values().forEach(different::addAll);
    assertThat(different).as("merged, and as before").hasSize(2);
  }

  private static int change(Client lead, String change) {
    int base = lead.get("api/vocabulary").json().path("version").asInt();
    return lead.post(
            "api/vocabulary/changes", "{\"base\":" + base + ",\"changes\":[" + change + "]}")
        .json()
        .path("version")
        .asInt();
  }

  private static void note(Client lead, Map<Integer, Set<String>> seen) {
    JsonNode report = lead.get(REPORT).json();
    seen.computeIfAbsent(
            report.path("vocabularyVersion").asInt(), absent -> ConcurrentHashMap.newKeySet())
        .add(report.path("tags").toString() + report.path("contacts"));
  }
}
