package org.renkei.kernel.acsa;

/// The two nations of an order.
record Sides(String requester, String supplier) {}
