-- Whose ledger it is: of one party there may be several nodes.
alter table ledger.ledger add column node text;

-- Sealed parcels on their way to the next node. `target` is the partner that a parcel of our own is for; of a parcel
-- that is carried for somebody nothing is known but where it came from and where it goes next.
create table federation.parcel (
    seq bigint generated always as identity primary key,
    id bytea not null unique,
    came_from text not null,
    next_hop text not null,
    target text,
    urgent boolean not null,
    bytes bytea not null,
    at timestamptz not null,
    not_before timestamptz not null
);
create index on federation.parcel (next_hop, urgent desc, seq);

-- Which parcels have come, so that one that comes again is not taken twice.
create table federation.parcel_seen (
    came_from text not null,
    id bytea not null,
    at timestamptz not null,
    primary key (came_from, id)
);
create index on federation.parcel_seen (at);
