package org.renkei.kernel.ais;

/// When the ship means to arrive, UTC, without a year; unknown parts are 0 (month, day), 24 (hour) or 60
/// (minute).
public record AisArrival(int month, int day, int hour, int minute) {}
