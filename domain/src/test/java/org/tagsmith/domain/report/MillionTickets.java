package org.tagsmith.domain.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.shared.MessyLabels;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * Fills a migrated database with as many tickets as a busy desk has after two years: few sets of
 * labels on most of them, a long tail behind. Made inside PostgreSQL, in seconds. The tickets of an
 * account are numbered from 1 without a gap.
 */
public final class MillionTickets {
  private static final long SEED = 23;
  private static final int STRAY_LABELS = 4_000;

  /** Subjects that say much the same, as a term of SQL. */
  public static final String ONE_QUESTION = "'Question ' || made.i || ' about my card'";

  private MillionTickets() {}

  /**
   * Adds tickets from 2024-12-01 to 2026-11-30 for an account, which is connected if it is not yet.
   *
   * @param dataSource a superuser's, so that foreign keys need not be checked row by row
   * @param subdomain the account's name at Zendesk; must have no tickets
   */
  public static HelpdeskAccountId fill(
      DataSource dataSource, String subdomain, int tickets, int tagSets) {
    return fill(dataSource, subdomain, tickets, tagSets, ONE_QUESTION);
  }

  /**
   * The same with subjects of the caller's.
   *
   * @param subject a term of SQL that may speak of {@code made.i}, the ticket's number
   */
  public static HelpdeskAccountId fill(
      DataSource dataSource, String subdomain, int tickets, int tagSets, String subject) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "set local session_replication_role = replica");
      execute(connection, "select setseed(0.23)");
      addLabelsAndSets(connection, new MessyLabels(SEED, STRAY_LABELS).sets(tagSets));
      int account = account(connection, subdomain);
      execute(
          connection,
          """
          create temporary table chosen on commit drop as
          select id, row_number() over (order by random()) - 1 as place from tag_set""");
      execute(connection, "create unique index on chosen (place)");
      execute(connection, "analyze chosen");
      execute(
          connection,
          """
          insert into contact (account_id, remote_id, customer_id, name, email)
          select %d, i, case when i %% 3 = 0 then 0 else i %% 2000 + 1 end, 'Person ' || i,
            'person' || i || '@customer.example'
          from generate_series(1, %d) i"""
              .formatted(account, Math.max(1, tickets / 6)));
      execute(
          connection,
          """
          insert into customer (account_id, remote_id, name)
          select %d, i, 'Harbour Trading ' || i from generate_series(1, 2000) i"""
              .formatted(account));
      execute(
          connection,
          TICKETS.formatted(account, Math.max(1, tickets / 6), tagSets, tickets, subject));
      execute(
          connection,
          """
          insert into contact_day (account_id, day, tag_set_id, contacts, changed_in)
          select account_id, (created_at at time zone 'UTC')::date, tag_set_id, count(*), 1
          from ticket where account_id = %d and status <> 6
          group by 1, 2, 3"""
              .formatted(account));
      execute(connection, "update helpdesk_account set rollup_version = 1 where id = " + account);
      connection.commit();
      connection.setAutoCommit(true);
      execute(connection, "vacuum analyze");
      return new HelpdeskAccountId(account);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String TICKETS =
      """
      insert into ticket (account_id, remote_id, tag_set_id, status, contact_id, customer_id,
        assignee_id, group_id, created_at, updated_at, generated_at, channel, subject)
      select %1$d, made.i, chosen.id,
        case when made.other < 0.02 then 6 when made.other < 0.1 then 1 else 5 end,
        made.contact, case when made.contact %% 3 = 0 then 0 else made.contact %% 2000 + 1 end,
        1 + made.i %% 80, 1 + made.i %% 6, made.began, made.began + interval '3 hours',
        made.began + interval '3 hours', 'email', %5$s
      from (
        select i, random() as other, 1 + floor(%2$d * random() ^ 2)::bigint as contact,
          floor(%3$d * random() ^ 3)::bigint as place,
          timestamptz '2024-12-01 00:00:00+00'
            + (i + random()) / (%4$d + 1) * interval '730 days' as began
        from generate_series(1, %4$d) i) made
      join chosen on chosen.place = made.place
      order by made.i
      """;

  /** The vocabulary that gives the labels their meanings, version 1. */
  public static Vocabulary vocabulary() {
    List<HouseTag> tags = new ArrayList<>();
    for (String name : MessyLabels.HOUSE_NAMES) {
      String family = name.substring(0, name.indexOf('_'));
      tags.add(
          new HouseTag(
              tags.size() + 1, name, family, Map.of("en", name), "", List.of(), false, null));
    }
    List<TagFamily> families =
        tags.stream()
            .map(HouseTag::family)
            .distinct()
            .map(family -> new TagFamily(family, "purple", Map.of("en", family)))
            .toList();
    return new Vocabulary(
        1,
        families,
        tags,
        List.of(),
        List.of(),
        List.of(),
        List.of("intent__", "sentiment__"),
        List.of());
  }

  /** The next version: the first tag is retired, its contacts count for the second. */
  public static Vocabulary merged(Vocabulary before, int retired, int successor) {
    List<HouseTag> tags =
        before.tags().stream()
            .map(
                tag ->
                    tag.id() != retired
                        ? tag
                        : new HouseTag(
                            tag.id(),
                            tag.name(),
                            tag.family(),
                            tag.names(),
                            tag.description(),
                            tag.examples(),
                            true,
                            successor))
            .toList();
    return new Vocabulary(
        before.version() + 1,
        before.families(),
        tags,
        List.<Alias>of(),
        before.abbreviations(),
        before.reasonCodes(),
        before.machineLabels(),
        before.ignoredLabels());
  }

  private static void addLabelsAndSets(Connection connection, List<Set<String>> sets)
      throws SQLException {
    List<String> labels = sets.stream().flatMap(Set::stream).distinct().toList();
    copy(connection, "label (text)", labels);
    Map<String, Integer> ids = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement("select text, id from label");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.put(rows.getString(1), rows.getInt(2));
      }
    }
    copy(
        connection,
        "tag_set (label_ids)",
        sets.stream()
            .map(
                set ->
                    set.stream()
                        .map(ids::get)
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}")))
            .toList());
  }

  /** Values free of tabs and backslashes. */
  private static void copy(Connection connection, String target, List<String> values)
      throws SQLException {
    byte[] rows = (String.join("\n", values) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target + " from stdin", new ByteArrayInputStream(rows));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int account(Connection connection, String subdomain) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into helpdesk_account (connector, subdomain, created_at)
            values ('zendesk', ?, now())
            on conflict (connector, subdomain) do update set subdomain = excluded.subdomain
            returning id""")) {
      statement.setString(1, subdomain);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
