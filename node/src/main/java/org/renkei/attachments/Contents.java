package org.renkei.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.Content.State;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of contents and their chunks. Every method takes part in the caller's transaction.
@Repository
class Contents {
    private static final String OF = " where source = ? and digest = ?";

    private final JdbcClient jdbc;
    private final Bulk bulk;

    Contents(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    Optional<Content> find(String source, Hash digest) {
        return one("select * from attachments.content" + OF, source, digest);
    }

    /// As [#find], and nobody else changes it until the transaction ends.
    Optional<Content> findForUpdate(String source, Hash digest) {
        return one("select * from attachments.content" + OF + " for update", source, digest);
    }

    private Optional<Content> one(String sql, String source, Hash digest) {
        return jdbc.sql(sql)
                .param(source)
                .param(digest.bytes())
                .query(Contents::read)
                .optional();
    }

    /// What comes under this digest from these sources.
    List<Content> list(Hash digest, Collection<String> sources) {
        return bulk.query(
                "select * from attachments.content where digest = ? and source = any(?) order by source",
                Contents::read,
                digest.bytes(),
                Column.texts(sources));
    }

    /// Own contents of these digests that a record lists, or that were uploaded after a time.
    List<Content> listUsable(String self, Collection<Hash> digests, Instant uploadedAfter) {
        return bulk.query("""
                select * from attachments.content c where source = ? and digest = any(?) and state = 'here'
                  and (at > ?::timestamptz or exists (select 1 from attachments.listed l
                    where l.source = c.source and l.digest = c.digest))
                """, Contents::read, self, digests(digests), uploadedAfter.toString());
    }

    /// An own content, all of whose chunks follow; false when it is here already, and then it counts as new.
    boolean addOwn(
            String self, Hash digest, long size, String type, @Nullable Hash preview, boolean isPreview, Instant now) {
        return jdbc.sql("""
                insert into attachments.content (source, digest, size, held, state, type, preview, preview_digest, at)
                values (?, ?, ?, ?, 'here', ?, ?, ?, ?) on conflict (source, digest) do update
                set at = excluded.at, preview_digest = coalesce(excluded.preview_digest, content.preview_digest)
                returning xmax = 0
                """)
                .param(self)
                .param(digest.bytes())
                .param(size)
                .param(size)
                .param(type)
                .param(isPreview)
                .param(preview == null ? null : preview.bytes())
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void addChunk(String source, Hash digest, long start, byte[] bytes) {
        jdbc.sql("insert into attachments.chunk (source, digest, start, bytes) values (?, ?, ?, ?)")
                .param(source)
                .param(digest.bytes())
                .param(start)
                .param(bytes)
                .update();
    }

    /// Bytes from a place on, at most so many and at least one; none beyond the end.
    byte[] read(String source, Hash digest, long from, int maxBytes) {
        return jdbc.sql("""
                select substring(bytes from cast(? - start + 1 as int) for ?) piece from attachments.chunk
                where source = ? and digest = ? and start <= ? order by start desc limit 1
                """)
                .param(from)
                .param(maxBytes)
                .param(source)
                .param(digest.bytes())
                .param(from)
                .query((row, number) -> row.getBytes("piece"))
                .optional()
                .orElse(new byte[0]);
    }

    void held(String source, Hash digest, long held) {
        jdbc.sql("update attachments.content set held = ?, lacking = null, attempts = 0, retry_at = null" + OF)
                .param(held)
                .param(source)
                .param(digest.bytes())
                .update();
    }

    void become(String source, Hash digest, State state, @Nullable String lacking, Instant now) {
        jdbc.sql("""
                update attachments.content
                set state = ?, lacking = ?, attempts = 0, retry_at = null, at = ?""" + OF)
                .param(state.code())
                .param(lacking)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(source)
                .param(digest.bytes())
                .update();
    }

    /// It stays wanted and is asked for again after a while that doubles up to an hour; answers how often it was
    /// refused.
    int postpone(String source, Hash digest, String lacking, Instant now) {
        return jdbc.sql("""
                update attachments.content set lacking = ?, attempts = attempts + 1,
                    retry_at = cast(? as timestamptz) + least(interval '1 hour', interval '1 minute' * power(2, least(attempts, 10)))
                """ + OF + " and state = 'wanted' returning attempts")
                .param(lacking)
                .param(now.toString())
                .param(source)
                .param(digest.bytes())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void empty(String source, Hash digest) {
        jdbc.sql("delete from attachments.chunk" + OF)
                .param(source)
                .param(digest.bytes())
                .update();
        held(source, digest, 0);
    }

    /// What is to be fetched next from a source, up to a size: previews first, then in the order in which they were
    /// wanted.
    List<Content> next(String source, Instant now, long maxBytes, int most) {
        return jdbc.sql("""
                select * from attachments.content where source = ? and state = 'wanted' and held < size
                  and size <= ? and (retry_at is null or retry_at <= ?) order by preview desc, at, digest limit ?
                """)
                .param(source)
                .param(maxBytes)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(most)
                .query(Contents::read)
                .list();
    }

    /// What is wanted and larger than this node takes is not wanted any more.
    void tooLarge(String source, long maxBytes) {
        jdbc.sql("""
                update attachments.content
                set state = 'too-large', lacking = null, attempts = 0, retry_at = null
                where source = ? and state = 'wanted' and size > ?
                """).param(source).param(maxBytes).update();
    }

    /// What is too large to be fetched from a source, as others carry for it, is only offered.
    void offerAbove(String source, long maxBytes) {
        jdbc.sql("update attachments.content set state = 'offered' where source = ? and state = 'wanted' and size > ?")
                .param(source)
                .param(maxBytes)
                .update();
    }

    /// Previews of a source are wanted that came before they could be fetched.
    void wantPreviews(String source, long maxBytes) {
        jdbc.sql("""
                update attachments.content set state = 'wanted'
                where source = ? and state = 'offered' and preview and size <= ?
                """).param(source).param(maxBytes).update();
    }

    /// Of these contents of a source, removes those that no record lists any more.
    void removeUnlisted(String source, Collection<Hash> digests) {
        remove("""
                source = ? and digest = any(?) and not exists (select 1 from attachments.listed l
                    where l.source = c.source and l.digest = c.digest)
                """, source, digests(digests));
    }

    /// Removes own contents that were uploaded before a time and that no record lists.
    int removeUnused(String self, Instant before) {
        return remove("""
                source = ? and at < ?::timestamptz and not exists (select 1 from attachments.listed l
                    where l.source = c.source and l.digest = c.digest)
                """, self, before.toString());
    }

    /// First the contents, which waits for whoever is storing a chunk, then their chunks.
    private int remove(String which, Object... values) {
        var gone = bulk.query(
                "delete from attachments.content c where " + which + " returning source, digest",
                (row, number) -> new Key(row.getString("source"), row.getBytes("digest")),
                values);
        if (!gone.isEmpty()) {
            bulk.update(
                    """
                    delete from attachments.chunk c using unnest(?, ?) n (source, digest)
                    where c.source = n.source and c.digest = n.digest
                    """,
                    Column.texts(gone.stream().map(Key::source).toList()),
                    Column.bytes(gone.stream().map(Key::digest).toList()));
        }
        return gone.size();
    }

    private record Key(String source, byte[] digest) {}

    private static Column digests(Collection<Hash> digests) {
        return Column.bytes(digests.stream().map(Hash::bytes).toList());
    }

    private static Content read(ResultSet row, int number) throws SQLException {
        var preview = row.getBytes("preview_digest");
        return new Content(
                row.getString("source"),
                Hash.of(row.getBytes("digest")),
                row.getLong("size"),
                row.getLong("held"),
                State.of(row.getString("state")),
                row.getString("type"),
                row.getBoolean("preview"),
                preview == null ? null : Hash.of(preview),
                row.getString("lacking"));
    }
}
