/// Machine translation of one text at a person's word, by a service outside that the settings name. The
/// service is a recipient: what it is given is decided as a release, it is put on record before it leaves,
/// and the answer is shown and kept nowhere.
@ApplicationModule(
        displayName = "Translation",
        allowedDependencies = {"audit", "identity", "party", "problem", "records", "release", "settings", "sight"})
@NullMarked
package org.renkei.translation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
