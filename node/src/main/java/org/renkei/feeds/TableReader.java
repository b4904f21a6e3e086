package org.renkei.feeds;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads tables (CSV, RFC 4180) row by row. The first line names the columns and thereby says which table it is.
final class TableReader {
    private static final int MAX_FIELD = 1_000_000;

    private final Iterator<CsvRecord> rows;
    private final FeedSink sink;

    private TableReader(Iterator<CsvRecord> rows, FeedSink sink) {
        this.rows = rows;
        this.sink = sink;
    }

    static void read(InputStream in, Charset charset, FeedSink sink) {
        Reader reader = new InputStreamReader(in, charset);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(CsvRecordHandler.builder().maxFieldSize(MAX_FIELD).build(), reader);
        new TableReader(csv.iterator(), sink).readRows();
    }

    private void readRows() {
        long line = 0;
        try {
            @Nullable CsvRecord header = next();
            List<String> columns = header == null ? List.of() : header.getFields();
            TableKind table = TableKind.of(columns)
                    .orElseThrow(() -> new FeedException(FeedProblem.UNKNOWN_CSV, String.join(",", columns)));
            line = 1;
            for (CsvRecord row = next(); row != null; row = next()) {
                line = row.getStartingLineNumber();
                readRow(table, columns, row);
            }
        } catch (FeedException e) {
            sink.refuse(line + 1, e.reason());
        }
    }

    private void readRow(TableKind table, List<String> columns, CsvRecord row) {
        long line = row.getStartingLineNumber();
        try {
            sink.read(line, table.draft(TableRow.of(columns, row.getFields())));
        } catch (FeedException e) {
            sink.refuse(line, e.reason());
        }
    }

    private @Nullable CsvRecord next() throws FeedException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw new FeedException(FeedException.reasonOf(e, FeedProblem.BROKEN_CSV));
        }
    }
}
