package org.tagsmith.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule of the house.
 *
 * @param sentence its name, as a sentence
 * @param rule what ArchUnit checks, with the reason in its description
 */
record Wall(String sentence, ArchRule rule) {

  /** All walls, in the order of the rooms: who knows whom, then what may stand where. */
  static List<Wall> of(House house) {
    return Stream.of(
            RoomWalls.of(house),
            FeatureWalls.of(house),
            PersistenceWalls.of(house),
            EdgeWalls.of(house),
            HabitWalls.of(house))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return sentence;
  }
}
