package org.renkei.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.CardHistory.Held;
import org.renkei.keys.CardHistory.How;
import org.renkei.keys.CardHistory.Revoked;
import org.renkei.keys.Partners.Partner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What is kept of the partners' cards. A change counts in memory once its transaction has committed.
@Repository
public class PartnerCards {
    private final JdbcClient jdbc;

    PartnerCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A succession that was refused.
    public record RefusedSuccession(String fault, String detail, Instant first, Instant last, long times) {}

    /// Gives every partner the cards that are kept of it; changes nothing. For a node that does not
    /// run as well.
    public static void read(JdbcClient jdbc, Partners partners) {
        var kept = jdbc
                .sql("select * from keys.partner_card order by node, number")
                .query((row, number) -> Map.entry(row.getString("node"), held(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        for (var partner : partners.list()) {
            var cards = kept.get(partner.node().toString());
            if (cards != null) {
                partner.become(merge(new CardHistory(cards), partner.card()));
            }
        }
    }

    /// The settings may name a card of the same keys that says something newer, for example another address.
    private static CardHistory merge(CardHistory kept, NodeCard settings) {
        return kept.head().card().keyId().equals(settings.keyId()) ? kept.saying(settings) : kept;
    }

    public static boolean isKept(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('keys.partner_card') is not null")
                .query(Boolean.class)
                .single();
    }

    /// Writes down a card that the settings name and that was not here before.
    ///
    /// @param held how much of the partner's ledger is here
    /// @return whether it was new
    @Transactional
    public boolean fromSettings(Partner partner, long held, Instant now) {
        var rows = list(partner.node());
        var named = partner.card();
        if (rows.isEmpty()) {
            var first = CardHistory.of(named, now);
            insert(partner.node(), 1, first.head());
            afterCommit(() -> partner.become(first));
            return false;
        }
        var history = new CardHistory(rows);
        if (history.has(named.keyId())) {
            partner.become(merge(history, named));
            return false;
        }
        write(partner, history, history.followedBy(named, How.SETTINGS, 0, held, now));
        return true;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Partner partner, CardHistory changed) {
        write(partner, partner.history(), changed);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(Partner partner, Revoked revoked, long held) {
        var changed = partner.history().revokedBy(revoked, held);
        update(partner.node(), changed.cards().size(), changed.head());
        afterCommit(() -> partner.become(changed));
    }

    /// Notes a refused succession; answers whether it is the first time.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refused(NodeId node, Hash digest, String fault, String detail, Instant now) {
        return jdbc.sql("""
                insert into keys.refused_succession (node, digest, fault, detail, first_at, last_at, times)
                values (:node, :digest, :fault, :detail, :now, :now, 1)
                on conflict (node, digest) do update
                    set last_at = excluded.last_at, times = keys.refused_succession.times + 1
                returning times
                """)
                        .param("node", node.toString())
                        .param("digest", digest.bytes())
                        .param("fault", fault)
                        .param("detail", detail)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /// The newest first.
    public List<RefusedSuccession> listRefused(NodeId node) {
        return jdbc.sql("select * from keys.refused_succession where node = ? order by last_at desc limit 20")
                .param(node.toString())
                .query((row, number) -> new RefusedSuccession(
                        row.getString("fault"),
                        row.getString("detail"),
                        Objects.requireNonNull(instant(row, "first_at")),
                        Objects.requireNonNull(instant(row, "last_at")),
                        row.getLong("times")))
                .list();
    }

    private List<Held> list(NodeId node) {
        return jdbc.sql("select * from keys.partner_card where node = ? order by number")
                .param(node.toString())
                .query((row, number) -> held(row))
                .list();
    }

    /// Cards are added at the end only, and the last one before them is closed.
    private void write(Partner partner, CardHistory before, CardHistory after) {
        var size = before.cards().size();
        update(partner.node(), size, after.cards().get(size - 1));
        for (var i = size; i < after.cards().size(); i++) {
            insert(partner.node(), i + 1, after.cards().get(i));
        }
        afterCommit(() -> partner.become(after));
    }

    private void insert(NodeId node, int number, Held held) {
        jdbc.sql("""
                insert into keys.partner_card (node, number, key_id, card, how, taken, until, ended)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(node.toString())
                .param(number)
                .param(held.card().keyId().bytes())
                .param(held.card().text())
                .param(held.how().code())
                .param(held.taken().atOffset(ZoneOffset.UTC))
                .param(held.until())
                .param(time(held.ended()))
                .update();
    }

    private void update(NodeId node, int number, Held held) {
        var revoked = held.revoked();
        jdbc.sql("""
                update keys.partner_card
                set until = ?, ended = ?, revoked_at = ?, revoked_by = ?, revoked_why = ?
                where node = ? and number = ?
                """)
                .param(held.until())
                .param(time(held.ended()))
                .param(revoked == null ? null : time(revoked.at()))
                .param(revoked == null ? null : revoked.by())
                .param(revoked == null ? null : revoked.reason())
                .param(node.toString())
                .param(number)
                .update();
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private static Held held(ResultSet row) throws SQLException {
        var until = row.getLong("until");
        var unlimited = row.wasNull();
        var revoked = instant(row, "revoked_at");
        return new Held(
                NodeCard.parse(row.getString("card")),
                How.valueOf(row.getString("how").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(instant(row, "taken")),
                unlimited ? null : until,
                instant(row, "ended"),
                revoked == null
                        ? null
                        : new Revoked(revoked, row.getString("revoked_by"), row.getString("revoked_why")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
