package org.renkei.kernel.cot;

/// Which versions of the TAK protocol somebody speaks.
///
/// @param contactUid of the device, empty where it does not say it
public record TakControl(int minVersion, int maxVersion, String contactUid) {}
