/// The directory: bodies of coordination with the offices that meet there, when these work, and the phone
/// book. How an office is reached is a record of the kind `office-contact` of the nation that says it,
/// written, released and recalled like any other; the directory is folded from those that the caller sees
/// ([PhoneBook][org.renkei.kernel.contacts.PhoneBook]) over the register of bodies, and nothing is kept
/// beside them.
@ApplicationModule(
        displayName = "directory",
        allowedDependencies = {"identity", "party", "records", "settings", "sight"})
@NullMarked
package org.renkei.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
