package org.tagsmith.domain.sync.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.domain.sync.ConnectorContract;
import org.tagsmith.domain.sync.HelpdeskUnderTest;

/** A folder of files keeps what every connector promises. */
class FolderConnectorTest extends ConnectorContract {
  @TempDir Path parent;

  @Override
  protected HelpdeskUnderTest start(int tickets, int pageSize) {
    try {
      Path folder = Files.createTempDirectory(parent, "desk");
      FolderUnderTest desk = new FolderUnderTest(folder, pageSize);
      for (int i = 0; i < tickets; i++) {
        desk.open(Set.of("label_" + i % 7));
      }
      return desk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
