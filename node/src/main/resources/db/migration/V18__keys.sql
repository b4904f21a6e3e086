-- The cards by which partners have gone, and where their terms ended. The newest row of a node holds now.
create schema keys;
create table keys.partner_card (
    node text not null,
    number int not null,
    key_id bytea not null,
    card text not null,
    how text not null check (how in ('settings', 'succession', 'accepted')),
    taken timestamptz not null,
    -- Entries of the partner's ledger for this node that the key may have signed; null for as many as there are.
    until bigint,
    ended timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    revoked_why text,
    primary key (node, number),
    unique (node, key_id)
);
-- Successions that were refused, each once.
create table keys.refused_succession (
    node text not null,
    digest bytea not null,
    fault text not null,
    detail text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times bigint not null,
    primary key (node, digest)
);
