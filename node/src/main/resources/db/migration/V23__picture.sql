-- Where each feed saw each object. One partition for each day, thinned as it grows old; past the retention whole
-- partitions go.
create schema picture;

-- What the ids of tracks are made with; see ADR 0041.
create table picture.secret (
    only_row boolean primary key default true check (only_row),
    secret bytea not null
);

create table picture.source (
    id bigint generated always as identity primary key,
    feed text not null,
    identity text not null,
    domain text not null,
    name text,
    callsign text,
    type text,
    status text,
    imo text,
    destination text,
    length integer,
    beam integer,
    unique (identity, feed)
);

create sequence picture.point_number;
create table picture.point (
    number bigint not null default nextval('picture.point_number'),
    source bigint not null,
    at timestamptz not null,
    latitude float8 not null,
    longitude float8 not null,
    accuracy float8 not null,
    course float8,
    speed float8,
    altitude float8
) partition by range (at);
create index on picture.point (source, at);
create index on picture.point (at);

-- When two identities were taken for one object; open while they are.
create table picture.joined (
    first text not null,
    second text not null,
    since timestamptz not null,
    until timestamptz
);
create index on picture.joined (since);
