/// Telemetry of uncrewed vehicles in MAVLink 2 (mavlink.io, common message set): frames are found, checked
/// and read,
/// and
/// nothing is ever written. A frame that is damaged, or whose signature does not hold, yields a reason
/// instead.
@NullMarked
package org.renkei.kernel.mavlink;

import org.jspecify.annotations.NullMarked;
