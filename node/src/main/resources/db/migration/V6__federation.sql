-- What partners released to this node: a copy of each ledger's leaves, and how far it goes.
create schema federation;

create table federation.inbox (
    node text primary key,
    party text not null unique,
    size bigint not null,
    root bytea not null,
    checkpoint text not null,
    at timestamptz not null
);

create table federation.received (
    node text not null,
    position bigint not null,
    record uuid not null,
    type text not null check (type in ('release', 'recall')),
    leaf_hash bytea not null,
    at timestamptz not null,
    primary key (node, position)
);
create index on federation.received (record, position desc);
