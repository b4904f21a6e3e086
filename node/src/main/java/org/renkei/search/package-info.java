/// Search in Japanese and English over everything that the caller sees and nothing else. The index only
/// proposes; what is found, counted and shown is judged by the form of each record that the caller
/// sees.
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"identity", "problem", "records", "settings", "sight"})
@NullMarked
package org.renkei.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
