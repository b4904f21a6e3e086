package org.renkei.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.PrivateFiles;

/// Seals rows: HMAC-SHA-256, its first sixteen bytes, over the columns of a [SealedTable]. The key is in a file
/// beside the database, so that whoever changes a row there cannot make its seal; which tables it is for that were not
/// sealed from the beginning stands there as well. Times count in microseconds, as they are stored.
public final class RowSeals {
    public static final String FILE = "row-seals.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int LENGTH = 16;
    /// Sealed by later versions than the first that sealed rows.
    private static final List<SealedTable> LATER = List.of(SealedTable.EPOCH);

    private final Path file;
    private final byte[] secret;
    private final Mac mac;
    private final Set<SealedTable> covered;
    private volatile boolean fresh;

    private RowSeals(Path file, byte[] secret, Set<SealedTable> covered, boolean fresh) {
        this.file = file;
        this.secret = secret;
        this.covered = covered;
        this.fresh = fresh;
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("rows cannot be sealed", e);
        }
    }

    /// With the key of a data folder; a new one, not yet kept, where there is none.
    public static RowSeals open(Path data) {
        var file = data.resolve(FILE);
        try {
            if (Files.exists(file)) {
                var lines = Files.readAllLines(file);
                return new RowSeals(
                        file, HexFormat.of().parseHex(lines.getFirst().strip()), tables(lines), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new RowSeals(file, secret, EnumSet.allOf(SealedTable.class), true);
    }

    private static Set<SealedTable> tables(List<String> lines) {
        var tables = EnumSet.complementOf(EnumSet.copyOf(LATER));
        LATER.stream().filter(table -> lines.contains(table.table())).forEach(tables::add);
        return tables;
    }

    /// Tables whose rows bear no seal yet, because they were sealed by no version that ran here.
    public Set<SealedTable> missing() {
        return EnumSet.complementOf(EnumSet.copyOf(covered));
    }

    /// Whether rows of a table have to bear their seal.
    public boolean covers(SealedTable table) {
        return covered.contains(table);
    }

    /// Whether the key is new: nothing was sealed with it yet.
    public boolean isFresh() {
        return fresh;
    }

    /// Keeps the key. Not before every row there is has been sealed with it.
    public void keep() {
        try {
            covered.addAll(LATER);
            var lines = new ArrayList<>(List.of(HexFormat.of().formatHex(secret)));
            LATER.forEach(table -> lines.add(table.table()));
            PrivateFiles.write(file, String.join("\n", lines) + "\n");
            fresh = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param values of all columns of the table that are sealed, in their order
    public byte[] of(SealedTable table, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException("a seal of " + table.table() + " is over " + table.columns());
        }
        try {
            var sum = (Mac) mac.clone();
            bytes(sum, 'T', table.table().getBytes(StandardCharsets.UTF_8));
            for (var value : values) {
                put(sum, value);
            }
            return Arrays.copyOf(sum.doFinal(), LENGTH);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Over a row as it is stored.
    public byte[] of(SealedTable table, ResultSet row) throws SQLException {
        var values = new @Nullable Object[table.columns().size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = row.getObject(table.columns().get(i));
        }
        return of(table, values);
    }

    /// Whether a stored row bears the seal it must.
    public boolean fits(SealedTable table, ResultSet row) throws SQLException {
        var seal = row.getBytes("row_seal");
        return seal != null && MessageDigest.isEqual(seal, of(table, row));
    }

    private static void put(Mac sum, @Nullable Object value) {
        switch (value) {
            case null -> sum.update((byte) '-');
            case String text -> bytes(sum, 's', text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> bytes(sum, 'b', bytes);
            case Long number -> number(sum, 'n', number);
            case Integer number -> number(sum, 'n', number);
            case Boolean truth -> number(sum, 'n', truth ? 1 : 0);
            case UUID id -> {
                number(sum, 'u', id.getMostSignificantBits());
                number(sum, 'u', id.getLeastSignificantBits());
            }
            case Timestamp time -> put(sum, time.toInstant());
            case Instant time -> {
                number(sum, 't', time.getEpochSecond());
                number(sum, 't', time.getNano() / 1_000);
            }
            case Object other -> throw new IllegalArgumentException("no seal over a " + other.getClass());
        }
    }

    private static void bytes(Mac sum, char type, byte[] bytes) {
        number(sum, type, bytes.length);
        sum.update(bytes);
    }

    private static void number(Mac sum, char type, long number) {
        sum.update((byte) type);
        for (var shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            sum.update((byte) (number >>> shift));
        }
    }
}
