package org.tagsmith.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSignInTest {
  @TempDir Path world;

  @Test
  void the_first_admin_is_called_as_the_operator_wants_or_admin() throws IOException {
    assertThat(FirstSignIn.keptIn(world, Map.of("TAGSMITH_ADMIN_NAME", " mei.chan ")))
        .hasValueSatisfying(first -> assertThat(first.name()).isEqualTo("mei.chan"));
  }

  @Test
  void a_name_that_is_set_later_changes_nobody() throws IOException {
    FirstSignIn first = FirstSignIn.keptIn(world, Map.of()).orElseThrow();

    assertThat(first.name()).isEqualTo("admin");
    assertThat(FirstSignIn.keptIn(world, Map.of("TAGSMITH_ADMIN_NAME", "mei"))).contains(first);
  }

  @Test
  void a_password_that_the_operator_chose_is_neither_made_up_nor_kept() throws IOException {
    assertThat(FirstSignIn.keptIn(world, Map.of("TAGSMITH_ADMIN_PASSWORD", "chosen"))).isEmpty();
    assertThat(world).isEmptyDirectory();
  }

  @Test
  void a_password_does_not_get_into_a_text_by_chance() throws IOException {
    FirstSignIn first = FirstSignIn.keptIn(world, Map.of()).orElseThrow();

    assertThat(first.toString()).doesNotContain(first.password());
  }
}
