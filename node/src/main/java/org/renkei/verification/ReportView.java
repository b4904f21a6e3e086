package org.renkei.verification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.Finding;
import org.renkei.verification.Verifying.Part;

/// A report as it is told over HTTP and by the command.
public record ReportView(Instant at, long millis, boolean sound, List<PartView> parts) {

    public static ReportView of(Verification.Report report) {
        return new ReportView(
                report.at(),
                report.took().toMillis(),
                report.isSound(),
                report.parts().stream().map(PartView::of).toList());
    }

    public record Text(String en, String ja) {}

    public record FindingView(
            String table,
            String log,
            long position,
            long upTo,
            @Nullable Instant time,
            String change,
            String column,
            Text text) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.table(),
                    finding.log(),
                    finding.position(),
                    finding.upTo(),
                    finding.at(),
                    finding.change().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    finding.column(),
                    new Text(finding.english(), finding.japanese()));
        }
    }

    public record PartView(String kind, String log, long rows, List<FindingView> findings, long more) {
        static PartView of(Part part) {
            return new PartView(
                    part.kind().name().toLowerCase(Locale.ROOT),
                    part.log(),
                    part.rows(),
                    part.findings().stream().map(FindingView::of).toList(),
                    part.more());
        }
    }
}
