package org.renkei.attachments;

/// There is something to fetch from a partner's node.
public record AttachmentsWanted(String node) {}
