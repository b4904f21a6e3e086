-- What each person was given by a calendar, without its words: so that what ends or is recalled reaches whoever got it.
create schema calendar;
-- One row for each calendar that somebody fetched; it is locked while the calendar is made.
create table calendar.feed (
    person text not null,
    name text not null,
    fetched_at timestamptz not null,
    primary key (person, name)
);
-- `state` is given, cancelled, or past; `digest` is that of the entry as it was given.
create table calendar.given (
    person text not null,
    name text not null,
    uid text not null,
    sequence int not null check (sequence >= 0),
    digest bytea not null,
    starts timestamptz not null,
    all_day boolean not null,
    state text not null check (state in ('given', 'cancelled', 'past')),
    changed_at timestamptz not null,
    primary key (person, name, uid),
    foreign key (person, name) references calendar.feed (person, name)
);
