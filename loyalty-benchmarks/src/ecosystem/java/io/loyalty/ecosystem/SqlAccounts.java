package io.loyalty.ecosystem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loyalty.points.Entry;
import io.loyalty.points.EntryText;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.program.Membership;
import io.loyalty.visit.Activity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Facts and entries of many accounts in two tables of an SQL database.
 *
 * <p>Both tables are only ever added to. The unique keys are the optimistic lock: of two writers who have decided on the same
 * version of an account, the second finds its sequence number taken, has written nothing, and asks again.
 */
final class SqlAccounts {

    /** The tables. {@code body} is all there is to read back; the other columns are for keys and for reports. */
    static final String SCHEMA = """
            create table loyalty_fact (
                account      varchar(200)                not null,
                sequence     integer                     not null,
                id           varchar(200)                not null,
                happened_at  timestamp(9) with time zone not null,
                recorded_at  timestamp(9) with time zone not null,
                body         character large object      not null, -- the fact as JSON
                primary key (account, sequence),
                unique (account, id)
            );
            create table loyalty_entry (
                account      varchar(200)                not null,
                sequence     integer                     not null,
                entry_key    varchar(1000)               not null,
                kind         varchar(20)                 not null,
                effective_at timestamp(9) with time zone not null,
                recorded_at  timestamp(9) with time zone not null,
                body         character large object      not null, -- the line of EntryText
                primary key (account, sequence),
                unique (account, entry_key)
            );
            """;

    /** What the SQL standard calls an integrity constraint violation. */
    private static final String CONSTRAINT = "23";

    private final DataSource database;
    private final LedgerPolicy policy;
    private final JsonMapper json = LoyaltyModule.mapper();

    SqlAccounts(DataSource database, LedgerPolicy policy) {
        this.database = database;
        this.policy = policy;
    }

    void createTables() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
    }

    /** The ledger of an account as it stands. */
    PointsLedger ledger(String account) throws SQLException {
        return PointsLedger.replay(policy, entries(account));
    }

    /** The entries of an account, in sequence. */
    List<Entry> entries(String account) throws SQLException {
        return EntryText.parseAll(bodies("loyalty_entry", account));
    }

    /** The facts of an account, in the order in which they were recorded. */
    List<Membership.Fact> facts(String account) throws SQLException, JsonProcessingException {
        List<Membership.Fact> facts = new ArrayList<>();
        for (String body : bodies("loyalty_fact", account)) {
            facts.add(json.readValue(body, Membership.Fact.class));
        }
        return facts;
    }

    /**
     * Does something with an account, as often as others are faster: reads, asks, writes.
     *
     * @return what the verb answered to the state that was written on
     */
    Outcome<Posting> change(String account, Function<PointsLedger, Outcome<Posting>> verb)
            throws SQLException, JsonProcessingException {
        while (true) {
            Outcome<Posting> outcome = verb.apply(ledger(account));
            if (!(outcome instanceof Outcome.Applied<Posting> applied)
                    || append(account, 0, List.of(), applied.result().entries())) {
                return outcome;
            }
        }
    }

    /**
     * Adds facts and the entries that they made, all or nothing.
     *
     * @param recorded how many facts the account had
     * @return whether they were added; false if another writer was faster
     */
    boolean append(String account, int recorded, List<Membership.Fact> facts, List<Entry> entries)
            throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insertFacts(connection, account, recorded, facts);
                insertEntries(connection, account, entries);
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                if (e.getSQLState().startsWith(CONSTRAINT)) {
                    return false;
                }
                throw e;
            }
        }
    }

    private void insertFacts(Connection connection, String account, int recorded, List<Membership.Fact> facts)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into loyalty_fact values (?, ?, ?, ?, ?, ?)")) {
            int sequence = recorded;
            for (Membership.Fact fact : facts) {
                Activity activity = fact.activity();
                insert.setString(1, account);
                insert.setInt(2, ++sequence);
                insert.setString(3, activity.id().value());
                insert.setObject(4, activity.at().atOffset(ZoneOffset.UTC));
                insert.setObject(5, fact.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setString(6, json.writeValueAsString(fact));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertEntries(Connection connection, String account, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into loyalty_entry values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                Entry.Stamp stamp = entry.stamp();
                insert.setString(1, account);
                insert.setInt(2, stamp.sequence());
                insert.setString(3, stamp.key());
                insert.setString(4, entry.getClass().getSimpleName());
                insert.setObject(5, stamp.effectiveAt().atOffset(ZoneOffset.UTC));
                insert.setObject(6, stamp.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setString(7, EntryText.format(entry));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<String> bodies(String table, String account) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select body from " + table + " where account = ? order by sequence")) {
            select.setString(1, account);
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        }
    }
}
