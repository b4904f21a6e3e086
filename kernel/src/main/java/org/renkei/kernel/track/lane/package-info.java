/// Tracks between two nodes over the lossy lane: what one tells the other
/// ([LaneOutbox][org.renkei.kernel.track.lane.LaneOutbox], the newest state of each track and never a queue), how fast
/// ([LanePacer][org.renkei.kernel.track.lane.LanePacer]), and what the other takes of it
/// ([LaneIntake][org.renkei.kernel.track.lane.LaneIntake]). Pure functions of their arguments.
@NullMarked
package org.renkei.kernel.track.lane;

import org.jspecify.annotations.NullMarked;
