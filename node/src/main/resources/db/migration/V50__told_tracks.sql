-- Tracks that partners told of, each under the label and the grounds on which it came; their positions are in
-- picture.point beside the own ones, numbered with them, and with the time at which they came. See ADR 0070.
create table picture.told (
    id bigint primary key default nextval(pg_get_serial_sequence('picture.source', 'id')),
    origin text not null,
    track uuid not null,
    label text not null,
    grounds text not null,
    cell_km float8 not null,
    domain text not null,
    name text,
    callsign text,
    type text,
    identities text not null,
    unique (track, origin, label, grounds, cell_km)
);
alter table picture.point add column received timestamptz;
