package org.renkei.kernel.record;

import java.util.regex.Pattern;

/// One running node: a party and a site of it, `JPN/ichigaya`. Ordered by party, then site.
public record NodeId(String party, String site) implements Comparable<NodeId> {
    private static final Pattern PARTY = Pattern.compile("[A-Z][A-Z0-9-]{1,31}");
    private static final Pattern SITE = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

    public NodeId {
        if (!PARTY.matcher(party).matches() || !SITE.matcher(site).matches()) {
            throw new IllegalArgumentException(
                    "'" + party + "/" + site
                            + "' is no node: capital letters for the party, a slash, small letters, digits or hyphens for the site");
        }
    }

    public static NodeId parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' is no node: write PARTY/site, for example JPN/ichigaya");
        }
        return new NodeId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(NodeId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return party + "/" + site;
    }
}
