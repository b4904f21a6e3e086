-- Records held here, own and received. `seq` orders lists: a record keeps its place whatever revisions follow.
create schema records;

create table records.record (
    id uuid primary key,
    seq bigint generated always as identity unique,
    origin text not null,
    party text not null,
    own boolean not null,
    kind text not null,
    revision int not null,
    state text not null check (state in ('current', 'recalled')),
    recalled_reason text,
    stored_at timestamptz not null,
    lat double precision,
    lon double precision,
    search text not null,
    source_system text,
    source_id text,
    unique (source_system, source_id)
);
-- Every content that an import ever brought for a source, so that the same file again changes nothing.
create table records.imported (
    source_system text not null,
    source_id text not null,
    digest bytea not null,
    primary key (source_system, source_id, digest)
);

create index on records.record (party, seq desc);
create index on records.record (kind, seq desc);
create index on records.record (stored_at);

-- `content` is the record's one encoding (CBOR); null once the origin has recalled it.
create table records.revision (
    record uuid not null references records.record (id),
    revision int not null,
    content bytea,
    time bigint not null,
    stored_at timestamptz not null,
    primary key (record, revision)
);
create index on records.revision (time);
