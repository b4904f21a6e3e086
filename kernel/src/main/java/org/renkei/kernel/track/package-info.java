/// Moving objects: what one feed saw of an object ([Sighting][org.renkei.kernel.track.Sighting]), the track made
/// from what several feeds saw, its history, its form for one party, and its updates on the wire. Pure functions
/// of their arguments: the time is one of them, and nothing here reads a clock or a database.
@NullMarked
package org.renkei.kernel.track;

import org.jspecify.annotations.NullMarked;
