/// Watching the sea and the air: from what feeds saw ([Sighting][org.renkei.kernel.track.Sighting]) to what somebody
/// should look at ([Finding][org.renkei.kernel.watch.Finding]). Every rule says what it found and on what evidence,
/// never why it may be so. Deterministic: the time comes in.
@NullMarked
package org.renkei.kernel.watch;

import org.jspecify.annotations.NullMarked;
