package org.renkei.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.BoardFold;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what is public through the sight of anybody, and through nothing else.
@Component
class PublicRecords {
    private static final Comparator<Notice> NEWEST_FIRST = Comparator.comparing(Notice::at)
            .reversed()
            .thenComparing(notice -> notice.id().toString());

    private final Sights sights;

    PublicRecords(Sights sights) {
        this.sights = sights;
    }

    @Transactional(readOnly = true)
    public Holdings read() {
        var sight = sights.ofAnybody();
        var notices = Stream.of(Notice.ALERT, Notice.HAZARD)
                .flatMap(kind -> contents(sight, kind))
                .flatMap(one -> Notice.of(one).stream())
                .sorted(NEWEST_FIRST)
                .toList();
        var real = new ArrayList<ReliefRecord>();
        var drill = new ArrayList<ReliefRecord>();
        for (var kind : List.of(ReliefRecord.PLACE, ReliefRecord.NEED)) {
            contents(sight, kind).forEach(one -> (one.banner().exercise() ? drill : real).add(ReliefRecord.of(one)));
        }
        var records = Stream.of(
                        notices.stream().map(Notice::id),
                        real.stream().map(ReliefRecord::id),
                        drill.stream().map(ReliefRecord::id))
                .flatMap(ids -> ids);
        return new Holdings(notices, BoardFold.fold(real), BoardFold.fold(drill), Holdings.ids(records));
    }

    private static Stream<SharedRecord> contents(Sight sight, String kind) {
        return sight.listStanding(new RecordFilter(kind, null, null, null, null)).stream();
    }
}
