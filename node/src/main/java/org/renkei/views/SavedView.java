package org.renkei.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A view as one person sees it in the list.
///
/// @param owner who shared it; null for an own one
/// @param shared whether the colleagues of the owner's office see it
/// @param first whether the owner's map begins with it; never said of a colleague's
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedView(
        UUID id,
        String name,
        @Nullable Owner owner,
        boolean shared,
        boolean first,
        ViewContent content,
        Instant changedAt) {

    /// A colleague's name.
    public record Owner(String en, String ja) {}
}
