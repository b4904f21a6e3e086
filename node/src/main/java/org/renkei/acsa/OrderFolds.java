package org.renkei.acsa;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// What was read and folded last, in memory alone. A fold is a function of the set of its statements, so it is good as
/// long as the same statements are seen; who sees others, or other forms of them, has it folded again.
final class OrderFolds {
    private static final int MOST_STATEMENTS = 200_000;
    private static final int MOST_ORDERS = 20_000;

    private final Map<UUID, Read> statements = new ConcurrentHashMap<>();
    private final Map<UUID, Folded> orders = new ConcurrentHashMap<>();

    private record Read(
            String party,
            HybridTime time,
            CborMap body,
            @Nullable Statement statement) {
        boolean isOf(String otherParty, HybridTime otherTime, CborMap otherBody) {
            return time.equals(otherTime) && party.equals(otherParty) && body.equals(otherBody);
        }
    }

    private record Folded(Set<Hash> of, Order order) {}

    /// Null when it cannot be read as a statement.
    @Nullable
    Statement read(UUID record, String party, HybridTime time, CborMap body) {
        var known = statements.get(record);
        if (known != null && known.isOf(party, time, body)) {
            return known.statement;
        }
        var read = StatementReader.read(record, party, time, body).statement();
        if (statements.size() >= MOST_STATEMENTS) {
            statements.clear();
        }
        statements.put(record, new Read(party, time, body, read));
        return read;
    }

    Order fold(UUID id, Collection<Statement> said) {
        var digests = said.stream().map(Statement::digest).collect(Collectors.toSet());
        var known = orders.get(id);
        if (known != null && known.of.equals(digests)) {
            return known.order;
        }
        var order = OrderFold.fold(id, List.copyOf(said));
        if (orders.size() >= MOST_ORDERS) {
            orders.clear();
        }
        orders.put(id, new Folded(digests, order));
        return order;
    }
}
