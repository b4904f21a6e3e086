package org.renkei.identity;

/// Where a request comes from, and where it came in.
///
/// @param agent what the browser calls itself
/// @param port of this node
public record Where(String address, String agent, int port) {}
