package org.renkei.kernel.cases;

/// Why a statement does not fit, at one place of it.
///
/// @param at JSON pointer into the body of the statement
public record Objection(String at, String english, String japanese) {}
