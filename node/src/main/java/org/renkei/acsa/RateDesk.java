package org.renkei.acsa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.renkei.acsa.RateTable.File;
import org.renkei.acsa.money.Amounts;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.exchange.EcbFile;
import org.renkei.kernel.exchange.ReferenceRates;
import org.renkei.kernel.ledger.Hash;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Exchange rates: brought in as a file by an officer, never fetched by the node.
@Service
public class RateDesk {
    /// Unpacked; the whole history since 1999 is two million bytes.
    private static final int MOST_BYTES = 32 << 20;

    private static final int MOST_SOURCE = 200;

    private final RateTable table;
    private final PartyRegister register;
    private final AuditLog audit;
    private final Clock clock;

    RateDesk(RateTable table, PartyRegister register, AuditLog audit, Clock clock) {
        this.table = table;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is here.
    ///
    /// @param currencies those with a rate in the last ten days of the table
    public record Rates(List<FileView> files, List<String> currencies) {}

    public record FileView(String source, String by, Instant at, LocalDate first, LocalDate last, int added) {}

    /// @param on the day of the rate: the one asked for or the last earlier one
    /// @param given minor units of `to`
    public record Conversion(
            long amount,
            String from,
            String to,
            LocalDate asked,
            LocalDate on,
            String fromPerEuro,
            String toPerEuro,
            long given,
            String source) {}

    @Transactional(readOnly = true)
    public Rates list() {
        return new Rates(table.files().stream().map(RateDesk::view).toList(), table.currencies());
    }

    private static FileView view(File file) {
        return new FileView(file.source(), file.by(), file.at(), file.first(), file.last(), file.added());
    }

    /// @param file as the bank publishes it: CSV, or the same in a zip or gzip
    @Transactional
    public FileView bringIn(byte[] file, String source, Caller caller) {
        if (source.isBlank() || source.length() > MOST_SOURCE) {
            throw Problem.refused(List.of(new FieldError(
                    "/source", "where the file is from, in at most 200 characters", "ファイルの出所（200 文字以内）が必要です")));
        }
        var rates = switch (EcbFile.read(text(file), register.today())) {
            case EcbFile.Read(var read) -> read;
            case EcbFile.Refused(var mistakes) ->
                throw Problem.refused(mistakes.stream()
                        .map(one -> new FieldError(
                                "/rows/" + one.row(),
                                "row " + one.row() + ": " + one.english(),
                                one.row() + " 行目: " + one.japanese()))
                        .toList());
        };
        var differences = table.differences(rates);
        if (!differences.isEmpty()) {
            throw Problem.refused(differences.stream()
                    .map(one -> new FieldError(
                            "/rows/" + one.day() + "/" + one.currency(),
                            one.currency() + " on " + one.day() + " is "
                                    + one.here().toPlainString() + " here and "
                                    + one.there().toPlainString() + " in the file: a rate that was counted with stays",
                            one.day() + " の " + one.currency() + " は既に "
                                    + one.here().toPlainString() + " です（ファイルでは "
                                    + one.there().toPlainString() + "）。使われたレートは変更できません"))
                    .toList());
        }
        var made = new File(
                UUID.randomUUID(),
                source.strip(),
                caller.getName(),
                clock.instant(),
                Hash.ofContent(file).hex(),
                rates.days().firstKey(),
                rates.days().lastKey(),
                0);
        var added = table.add(made, rates);
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-rates-brought-in",
                null,
                null,
                Map.of(
                        "from",
                        made.first().toString(),
                        "to",
                        made.last().toString(),
                        "count",
                        added,
                        "hash",
                        made.digest()))));
        return new FileView(made.source(), made.by(), made.at(), made.first(), made.last(), added);
    }

    private static String text(byte[] file) {
        try (var in = unpacked(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            // Said below: it cannot be unpacked.
        }
        throw Problem.refused(List.of(new FieldError(
                "", "the file cannot be unpacked, or is larger than 32 MiB", "ファイルを展開できないか、32 MiB を超えています")));
    }

    private static InputStream unpacked(byte[] file) throws IOException {
        var in = new ByteArrayInputStream(file);
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            var zip = new ZipInputStream(in);
            zip.getNextEntry();
            return zip;
        }
        return file.length > 1 && file[0] == 0x1f && (file[1] & 0xff) == 0x8b ? new GZIPInputStream(in) : in;
    }

    /// What an amount comes to in another currency on a day, and by which rate.
    @Transactional(readOnly = true)
    public Conversion convert(long amount, String from, String to, LocalDate day) {
        var rate = around(day, Set.of(from, to)).on(day, from, to);
        if (rate.isEmpty() || from.equals(to)) {
            throw Problem.refused(List.of(new FieldError(
                    "/to",
                    "no reference rate between " + from + " and " + to + " is known here for " + day,
                    day + " の " + from + " と " + to + " の参照レートはこのノードにありません")));
        }
        try {
            var found = rate.get();
            return new Conversion(
                    amount,
                    from,
                    to,
                    day,
                    found.on(),
                    found.fromPerEuro().toPlainString(),
                    found.toPerEuro().toPlainString(),
                    Amounts.convert(amount, found),
                    source());
        } catch (ArithmeticException tooLarge) {
            throw Problem.refused(
                    List.of(new FieldError("/amount", "no amount that can be counted", "計算できる範囲を超えた金額です")));
        }
    }

    private String source() {
        return table.files().stream().findFirst().map(File::source).orElse("");
    }

    ReferenceRates around(LocalDate day, Set<String> currencies) {
        return table.between(day, day, currencies);
    }
}
