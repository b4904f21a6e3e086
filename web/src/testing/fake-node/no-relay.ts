/** A link of our own, over which nothing is carried for others. */
export const NO_RELAY = { via: [], relay: null, carries: false, carried: [], refusedParcel: null };
