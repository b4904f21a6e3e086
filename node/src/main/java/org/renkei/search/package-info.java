/// Search in Japanese and English over everything that the caller sees and nothing else. The index only
/// proposes; what is found, counted and shown is judged by the form of each record that the caller
/// sees, and so is each file that a record lists.
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"attachments", "identity", "problem", "records", "settings", "sight"})
@NullMarked
package org.renkei.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
