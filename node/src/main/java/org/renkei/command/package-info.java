/// What is typed at a terminal. A command speaks the language asked for, prints to the streams it is given, and ends
/// with 0 when all went well, 1 when part was refused, 2 when it could not work and says what to do.
@ApplicationModule(
        displayName = "Command",
        allowedDependencies = {"audit", "feeds", "settings", "keys", "backup", "database", "verification"})
@NullMarked
package org.renkei.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
