package org.renkei.federation;

import java.util.List;
import java.util.Set;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.lane.LaneIntake;
import org.renkei.kernel.track.lane.LaneTrack;

/// Who keeps the tracks that go over links.
public interface TrackExchange {

    /// All that a partner may see now, and nothing else. Asked about every second for each partner with a lane.
    ///
    /// @param partner its key
    Released released(String partner);

    /// @param grounds all on which that partner may hold anything that it was told, now or before
    record Released(List<LaneTrack> tracks, Set<Ground> grounds) {}

    /// What a partner has told. It is under its label, and goes to nobody else.
    ///
    /// @param lane counts the lanes that there were with that node
    void heard(NodeId origin, long lane, LaneIntake.Heard heard);

    /// How many tracks of a node are known here.
    int known(NodeId origin);
}
