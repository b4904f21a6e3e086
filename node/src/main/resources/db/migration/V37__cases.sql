-- At which bodies somebody has the watch, and which statements they have seen. Cases themselves are folded from records.
create schema cases;
create table cases.seat (
    person text not null,
    body text not null,
    primary key (person, body)
);
create table cases.seen (
    person text not null,
    record uuid not null,
    seen_at timestamptz not null,
    primary key (person, record)
);
