package org.renkei.kernel.difference;

/// What two nations say differently of one subject.
///
/// @param about a code, such as `status` or `headcount`
public record Contradiction(String about, String one, String other) {

    public boolean isBetween(String first, String second) {
        return one.equals(first) && other.equals(second) || one.equals(second) && other.equals(first);
    }
}
