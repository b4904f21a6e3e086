-- Under what labels, and how coarse, the tracks of feeds were told to partners, now or before: so that what they
-- still may keep when a rule changes can be said. See ADR 0093.
create table picture.term (
    feed text not null,
    label text not null,
    rows_per_degree int not null default 0,
    delay_minutes int not null default 0,
    since timestamptz not null default now(),
    primary key (feed, label, rows_per_degree, delay_minutes)
);
