package org.tagsmith.domain.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tagsmith.domain.audit.PracticeAudit.RareTag;
import org.tagsmith.domain.audit.PracticeAudit.TagPair;
import org.tagsmith.domain.audit.PracticeAudit.TeamHabit;
import org.tagsmith.domain.audit.PracticeAudit.TeamsDisagree;
import org.tagsmith.domain.audit.TeamTagCounts.Count;
import org.tagsmith.domain.audit.TeamTagCounts.Team;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * Reads practice out of counts. What it calls clear needs enough contacts that chance is no
 * explanation. For one thread.
 */
public final class PracticeAuditor {
  /** Fewer contacts of a tag or a team say nothing. */
  private static final long ENOUGH = 30;

  /** Both tags on so many of the rarer one's contacts is "nearly always". */
  private static final double NEARLY_ALWAYS = 0.8;

  /** Standard errors; one pair in 15,000 by chance. */
  private static final double CLEAR = 4;

  private static final double FAR_MORE = 2.5;
  private static final int MOST = 50;

  private final Vocabulary vocabulary;
  private final List<Count> counts;
  private final Map<Integer, HouseTag> live = new TreeMap<>();
  private final Map<Integer, Long> ofTag = new HashMap<>();
  private final Map<Team, Long> ofTeam = new HashMap<>();
  private final Map<Team, Map<Integer, Long>> ofTeamAndTag = new HashMap<>();
  private final Map<Pair, Long> ofPair = new HashMap<>();
  private long contacts;
  private long tagged;

  private record Pair(int first, int second) {}

  public PracticeAuditor(Vocabulary vocabulary, List<Count> counts) {
    this.vocabulary = vocabulary;
    this.counts = List.copyOf(counts);
    vocabulary.tags().stream()
        .filter(tag -> !tag.retired())
        .forEach(tag -> live.put(tag.id(), tag));
    this.counts.forEach(this::add);
  }

  private void add(Count count) {
    contacts += count.contacts();
    if (count.tags().isEmpty()) {
      return;
    }
    tagged += count.contacts();
    ofTeam.merge(count.team(), count.contacts(), Long::sum);
    List<Integer> tags = count.tags();
    for (int i = 0; i < tags.size(); i++) {
      ofTag.merge(tags.get(i), count.contacts(), Long::sum);
      ofTeamAndTag
          .computeIfAbsent(count.team(), team -> new HashMap<>())
          .merge(tags.get(i), count.contacts(), Long::sum);
      for (int k = i + 1; k < tags.size(); k++) {
        ofPair.merge(new Pair(tags.get(i), tags.get(k)), count.contacts(), Long::sum);
      }
    }
  }

  /**
   * The audit of a period.
   *
   * @param fewerThan how many contacts make a tag worth its place, 0 or more
   */
  public PracticeAudit audit(LocalDate from, LocalDate to, long fewerThan) {
    return new PracticeAudit(
        vocabulary.version(), from, to, contacts, rare(fewerThan), together(), instead(), habits());
  }

  private List<RareTag> rare(long fewerThan) {
    return live.keySet().stream()
        .map(tag -> new RareTag(tag, ofTag.getOrDefault(tag, 0L)))
        .filter(tag -> tag.contacts() < fewerThan)
        .sorted(Comparator.comparingLong(RareTag::contacts).thenComparingInt(RareTag::tagId))
        .toList();
  }

  private List<TagPair> together() {
    return ofPair.entrySet().stream()
        .map(each -> pair(each.getKey(), each.getValue()))
        .filter(pair -> Math.min(pair.ofFirst(), pair.ofSecond()) >= ENOUGH)
        .filter(pair -> pair.share() >= NEARLY_ALWAYS)
        .sorted(
            Comparator.comparingDouble(TagPair::share)
                .thenComparingLong(TagPair::both)
                .reversed()
                .thenComparingInt(TagPair::first))
        .limit(MOST)
        .toList();
  }

  private TagPair pair(Pair pair, long both) {
    long first = ofTag.get(pair.first());
    long second = ofTag.get(pair.second());
    return first >= second
        ? new TagPair(pair.first(), pair.second(), first, second, both)
        : new TagPair(pair.second(), pair.first(), second, first, both);
  }

  /** Only tags alike are compared: teams differ in most others because their work does. */
  private List<TeamsDisagree> instead() {
    List<HouseTag> used =
        live.values().stream().filter(tag -> ofTag.getOrDefault(tag.id(), 0L) >= ENOUGH).toList();
    List<TeamsDisagree> found = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      for (int k = i + 1; k < used.size(); k++) {
        HouseTag first = used.get(i);
        HouseTag second = used.get(k);
        if (sharesAWord(first, second) && areApart(first.id(), second.id())) {
          disagreement(first.id(), second.id()).ifPresent(found::add);
        }
      }
    }
    found.sort(
        Comparator.comparingLong((TeamsDisagree each) -> -Math.min(each.ofFirst(), each.ofSecond()))
            .thenComparingInt(TeamsDisagree::first)
            .thenComparingInt(TeamsDisagree::second));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static boolean sharesAWord(HouseTag first, HouseTag second) {
    Set<String> words = new HashSet<>(ownWords(first));
    words.retainAll(ownWords(second));
    return !words.isEmpty();
  }

  private static Set<String> ownWords(HouseTag tag) {
    Set<String> words = new HashSet<>(SpellingKey.words(tag.name()));
    SpellingKey.words(tag.family()).forEach(words::remove);
    return words;
  }

  private boolean areApart(int first, int second) {
    long both = ofPair.getOrDefault(new Pair(first, second), 0L);
    return both <= (1 - NEARLY_ALWAYS) / 4 * Math.min(ofTag.get(first), ofTag.get(second));
  }

  private Optional<TeamsDisagree> disagreement(int first, int second) {
    Team firstTeam = null;
    Team secondTeam = null;
    long mostOfFirst = 0;
    long mostOfSecond = 0;
    for (Map.Entry<Team, Map<Integer, Long>> team : ofTeamAndTag.entrySet()) {
      long ofFirst = team.getValue().getOrDefault(first, 0L);
      long ofSecond = team.getValue().getOrDefault(second, 0L);
      if (ofFirst + ofSecond < ENOUGH) {
        continue;
      }
      if (ofFirst >= NEARLY_ALWAYS * (ofFirst + ofSecond) && ofFirst > mostOfFirst) {
        firstTeam = team.getKey();
        mostOfFirst = ofFirst;
      } else if (ofSecond >= NEARLY_ALWAYS * (ofFirst + ofSecond) && ofSecond > mostOfSecond) {
        secondTeam = team.getKey();
        mostOfSecond = ofSecond;
      }
    }
    return firstTeam == null || secondTeam == null
        ? Optional.empty()
        : Optional.of(
            new TeamsDisagree(first, second, firstTeam, secondTeam, mostOfFirst, mostOfSecond));
  }

  private List<TeamHabit> habits() {
    List<TeamHabit> found = new ArrayList<>();
    ofTeam.forEach(
        (team, ofThisTeam) -> {
          long elsewhere = tagged - ofThisTeam;
          if (ofThisTeam < ENOUGH || elsewhere < ENOUGH) {
            return;
          }
          for (int tag : live.keySet()) {
            long all = ofTag.getOrDefault(tag, 0L);
            long given = ofTeamAndTag.get(team).getOrDefault(tag, 0L);
            TeamHabit habit = new TeamHabit(tag, team, given, ofThisTeam, all - given, elsewhere);
            double times = habit.timesAsOften();
            if (all >= ENOUGH
                && habit.certainty() >= CLEAR
                && (times >= FAR_MORE || times <= 1 / FAR_MORE)) {
              found.add(habit);
            }
          }
        });
    found.sort(
        Comparator.comparingDouble((TeamHabit habit) -> -habit.certainty())
            .thenComparingInt(TeamHabit::tagId));
    return found.subList(0, Math.min(MOST, found.size()));
  }
}
