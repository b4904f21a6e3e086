package org.renkei.kernel.relief.matching;

/// A way in which a supply reaches a demand in time: indices into the lists of the task.
///
/// @param minute of arrival
/// @param day on which it passes the stop, from 0
public record Route(int demand, int supply, int stop, long minute, int day) {}
