package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Counts the contacts that carry one label, by account and by week. For one thread. */
final class LabelSightings {
  static final int WEEKS = 12;
  private static final int WEEK = 7;

  private final ContactCube cube;
  private final boolean[] carries;
  private final long[] weeks = new long[WEEKS];

  LabelSightings(ContactCube cube, TagSetTable table, String label) {
    this.cube = cube;
    this.carries = new boolean[table.size()];
    for (int set = 0; set < carries.length; set++) {
      for (int number : table.labelsOf(set)) {
        carries[set] |= table.label(number).equals(label);
      }
    }
  }

  LabelContacts of(String label) {
    int newest = cube.newestDay(Optional.empty()).orElse(0);
    List<LabelContacts.AccountContacts> accounts = new ArrayList<>();
    cube.versions().keySet().stream()
        .sorted()
        .forEach(account -> count(account, newest).ifPresent(accounts::add));
    return new LabelContacts(label, accounts, java.util.Arrays.stream(weeks).boxed().toList());
  }

  private Optional<LabelContacts.AccountContacts> count(int account, int newest) {
    long[] total = {0};
    int[] days = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    cube.read(
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Optional.of(new HelpdeskAccountId(account)),
        (day, slice) -> {
          long contacts = carrying(slice);
          if (contacts > 0) {
            total[0] += contacts;
            days[0] = Math.min(days[0], day);
            days[1] = Math.max(days[1], day);
            int ago = (newest - day) / WEEK;
            if (ago < WEEKS) {
              weeks[WEEKS - 1 - ago] += contacts;
            }
          }
        });
    return total[0] == 0
        ? Optional.empty()
        : Optional.of(
            new LabelContacts.AccountContacts(
                account, total[0], LocalDate.ofEpochDay(days[0]), LocalDate.ofEpochDay(days[1])));
  }

  private long carrying(DaySlice slice) {
    long contacts = 0;
    for (int place = 0; place < slice.size(); place++) {
      if (carries[slice.set(place)]) {
        contacts += slice.contacts(place);
      }
    }
    return contacts;
  }
}
