-- Whether there is a public view, and which alerts were given out by it.
create schema publication;
-- The newest row counts; without one the view is closed.
create table publication.turn (
    id bigint generated always as identity primary key,
    open boolean not null,
    at timestamptz not null,
    actor text not null,
    reason text not null
);
-- Every CAP message that was given, without its words: so that what follows refers to it, and what was taken back is
-- cancelled. `digest` is that of what it said, `until` when that ends by itself.
create table publication.message (
    record uuid not null,
    number int not null check (number >= 1),
    type text not null check (type in ('alert', 'update', 'cancel')),
    status text not null,
    sent timestamptz not null,
    until timestamptz,
    digest bytea not null,
    primary key (record, number)
);
