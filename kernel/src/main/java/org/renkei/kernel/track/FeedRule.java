package org.renkei.kernel.track;

import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;

/// Who may see what of the tracks of one feed: who may hold the label sees everything; who may not, but may hold that
/// of the coarsening, sees the coarse form; anybody else nothing.
public record FeedRule(Label label, @Nullable Coarsening otherwise) {}
