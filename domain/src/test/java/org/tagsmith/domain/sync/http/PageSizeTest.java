package org.tagsmith.domain.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {
  private final PageSize size = new PageSize(() -> 1000);

  @Test
  void a_heavy_page_is_halved_down_to_a_smallest_size() {
    int steps = 0;
    while (size.halve(size.now())) {
      steps++;
    }

    assertThat(size.now()).isEqualTo(PageSize.SMALLEST);
    assertThat(steps).isEqualTo(6);
  }

  @Test
  void good_pages_let_it_grow_back_but_not_beyond_what_was_set() {
    size.halve(size.now());
    size.halve(size.now());
    assertThat(size.now()).isEqualTo(250);

    goodPages(PageSize.GOOD_PAGES - 1);
    assertThat(size.now()).isEqualTo(250);
    goodPages(1);
    assertThat(size.now()).isEqualTo(500);
    goodPages(10 * PageSize.GOOD_PAGES);
    assertThat(size.now()).isEqualTo(1000);
  }

  @Test
  void a_heavy_page_starts_the_count_of_good_ones_anew() {
    size.halve(size.now());
    goodPages(PageSize.GOOD_PAGES - 1);
    size.halve(size.now());
    goodPages(PageSize.GOOD_PAGES - 1);

    assertThat(size.now()).isEqualTo(250);
  }

  @Test
  void a_small_size_that_was_set_is_never_raised() {
    PageSize small = new PageSize(() -> 10);

    assertThat(small.halve(small.now())).isFalse();
    assertThat(small.now()).isEqualTo(10);
  }

  private void goodPages(int pages) {
    for (int i = 0; i < pages; i++) {
      size.wentWell();
    }
  }
}
