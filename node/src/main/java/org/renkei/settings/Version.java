package org.renkei.settings;

/// The version of this program, as its archive says it.
public final class Version {
    private Version() {}

    public static String current() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
