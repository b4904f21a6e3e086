-- For each party the ledger of what was released to it: positions from 1 without gaps, assigned at commit.
create schema ledger;

create table ledger.ledger (
    party text primary key,
    size bigint not null,
    acknowledged bigint not null default 0,
    acknowledged_root bytea,
    acknowledged_at timestamptz
);

create table ledger.entry (
    party text not null references ledger.ledger (party),
    position bigint not null,
    record uuid not null,
    type text not null check (type in ('release', 'recall')),
    leaf_hash bytea not null,
    bytes bytea not null,
    at timestamptz not null,
    primary key (party, position)
);
create index on ledger.entry (record, party, position desc);
