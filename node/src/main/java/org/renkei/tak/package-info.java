/// TAK clients (ATAK, WinTAK, CloudTAK …) at this node: who connects, by which certificate, what each is given of the
/// picture and what becomes of what it sends. [TakDesk][org.renkei.tak.TakDesk] is the door.
@ApplicationModule(
        displayName = "TAK",
        allowedDependencies = {"audit", "door", "feeds", "identity", "picture", "problem", "settings"})
@NullMarked
package org.renkei.tak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
