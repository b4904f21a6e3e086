package org.renkei.attachments;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Contents that records list and that are here whole, for what the node itself makes of them. Who may
/// learn anything of that is for its maker to ask, record by record.
@Component
public class ListedContents {
    private final Bulk bulk;
    private final Contents contents;
    private final TransactionTemplate reading;

    ListedContents(Bulk bulk, Contents contents, TransactionTemplate transaction) {
        this.bulk = bulk;
        this.contents = contents;
        this.reading = transaction;
    }

    /// @param source the node that it comes from
    /// @param size bytes
    public record Held(String source, Hash digest, long size, String type) {}

    /// What is here of the contents of these records, previews not among them. Of an own record these are
    /// all that it ever listed. To be called within a transaction.
    ///
    /// @param origins of the records, by their ids
    public Map<UUID, List<Held>> list(Map<UUID, String> origins) {
        var held = new HashMap<UUID, List<Held>>();
        if (origins.isEmpty()) {
            return held;
        }
        var records = List.copyOf(origins.keySet());
        bulk.query(
                """
                select l.record, c.source, c.digest, c.size, c.type from unnest(?, ?) n (source, record)
                join attachments.listed l on l.source = n.source and l.record = n.record
                join attachments.content c on c.source = l.source and c.digest = l.digest
                where c.state = 'here' and not c.preview
                """,
                (row, number) -> held.computeIfAbsent(
                                Objects.requireNonNull(row.getObject("record", UUID.class)), key -> new ArrayList<>())
                        .add(new Held(
                                row.getString("source"),
                                Hash.of(row.getBytes("digest")),
                                row.getLong("size"),
                                row.getString("type"))),
                Column.texts(records.stream().map(origins::get).toList()),
                Column.uuids(records));
        return held;
    }

    /// Writes a content, piece by piece, each in a transaction of its own.
    ///
    /// @throws IOException when it is gone
    public void copy(Held held, OutputStream out) throws IOException {
        for (var at = 0L; at < held.size(); ) {
            var from = at;
            var piece = Objects.requireNonNull(
                    reading.execute(status -> contents.read(held.source(), held.digest(), from, Fetching.MOST_CHUNK)));
            if (piece.length == 0) {
                throw new IOException("the content was removed");
            }
            out.write(piece);
            at += piece.length;
        }
    }
}
