package org.renkei.views;

/// What somebody wants to keep.
///
/// @param name 1 to 60 characters, none like another of the same person
record ViewDraft(String name, boolean shared, boolean first, ViewContent content) {}
