package org.tagsmith.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectSampleTest {
  @Test
  void rare_sets_keep_all_their_subjects_and_frequent_ones_some_of_any_time() {
    SubjectSample sample = new SubjectSample();
    for (int ticket = 0; ticket < 10_000; ticket++) {
      sample.add(1, "often " + ticket);
    }
    sample.add(2, "seldom");

    assertThat(sample.subjects().get(2)).containsExactly("seldom");
    List<String> often = sample.subjects().get(1);
    assertThat(often).hasSize(48).doesNotHaveDuplicates();
    assertThat(often.stream().filter(each -> number(each) < 5_000)).hasSizeBetween(10, 38);
  }

  @Test
  void where_there_are_many_sets_each_keeps_fewer() {
    SubjectSample sample = new SubjectSample(1_000);
    for (int ticket = 0; ticket < 40; ticket++) {
      for (int set = 0; set < 100; set++) {
        sample.add(set, set + " " + ticket);
      }
    }

    assertThat(sample.subjects()).hasSize(100);
    assertThat(sample.subjects().values())
        .allSatisfy(each -> assertThat(each).hasSizeBetween(2, 12));
    assertThat(sample.subjects().values().stream().mapToInt(List::size).sum())
        .isLessThanOrEqualTo(1_000);
  }

  @Test
  void the_same_subjects_draw_the_same() {
    assertThat(drawn()).isEqualTo(drawn());
  }

  private static Object drawn() {
    SubjectSample sample = new SubjectSample(200);
    for (int ticket = 0; ticket < 3_000; ticket++) {
      sample.add(ticket % 7, "subject " + ticket);
    }
    return sample.subjects();
  }

  private static int number(String subject) {
    return Integer.parseInt(subject.substring("often ".length()));
  }
}
