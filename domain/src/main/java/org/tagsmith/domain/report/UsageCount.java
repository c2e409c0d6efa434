package org.tagsmith.domain.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the contacts of each house tag, all together and by week. For one thread. */
final class UsageCount {
  private static final int WEEK = 7;

  private final TagSetMeanings meanings;
  private final int lastDay;
  private final long[] contacts;
  private final long[][] weeks;

  UsageCount(TagSetMeanings meanings, int lastDay) {
    this.meanings = meanings;
    this.lastDay = lastDay;
    contacts = new long[meanings.tagCount()];
    weeks = new long[meanings.tagCount()][TagUsage.WEEKS];
  }

  void day(int day, DaySlice slice) {
    int week = TagUsage.WEEKS - 1 - (lastDay - day) / WEEK;
    for (int i = 0; i < slice.size(); i++) {
      int count = slice.contacts(i);
      for (int tag : meanings.tagsOf(slice.set(i))) {
        contacts[tag] += count;
        if (week >= 0) {
          weeks[tag][week] += count;
        }
      }
    }
  }

  List<TagUsage.Line> lines() {
    return IntStream.range(0, contacts.length)
        .filter(tag -> contacts[tag] > 0)
        .mapToObj(
            tag ->
                new TagUsage.Line(
                    meanings.tagId(tag), contacts[tag], Arrays.stream(weeks[tag]).boxed().toList()))
        .toList();
  }
}
