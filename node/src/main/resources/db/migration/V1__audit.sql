-- The audit log: one row an event, positions from 1 without gaps, each with the hash of its Merkle leaf (RFC 6962).
create schema audit;

-- One row; updating it hands out the next position and makes writers follow one another until they commit.
create table audit.head (
    only_row boolean primary key default true check (only_row),
    size bigint not null
);
insert into audit.head (size) values (0);

create table audit.entry (
    position bigint primary key,
    at timestamptz not null,
    actor text not null,
    event text not null,
    record uuid,
    party text,
    details text not null,
    leaf bytea not null,
    leaf_hash bytea not null
);
create index on audit.entry (record, position desc);
create index on audit.entry (event, position desc);
