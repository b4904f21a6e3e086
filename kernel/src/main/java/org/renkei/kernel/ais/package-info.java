/// The Automatic Identification System of ships: lines of NMEA 0183 as receivers give them, put together
/// to messages (ITU-R M.1371-5, IEC 61162-1). [AisReader][org.renkei.kernel.ais.AisReader] is the place
/// to start: lines in, messages or the reason of a refusal out; it never throws because of what a line
/// holds. What a message calls "not available" is empty.
@NullMarked
package org.renkei.kernel.ais;

import org.jspecify.annotations.NullMarked;
