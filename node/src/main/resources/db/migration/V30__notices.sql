-- What feeds of published messages brought, and which record says it here.
create schema notices;

-- One thing that messages speak of: an alert with its updates, an earthquake.
create table notices.subject (
    id bigint generated always as identity primary key,
    feed text not null,
    -- Null where a cancellation came before what it cancels.
    record uuid,
    source_id text not null,
    exercise boolean not null,
    sent timestamptz not null,
    draft jsonb
);

-- The names by which messages mean it.
create table notices.name (
    feed text not null,
    name text not null,
    subject bigint not null references notices.subject on delete cascade,
    primary key (feed, name)
);
create index name_subject on notices.name (subject);

-- Each message is taken once.
create table notices.message (
    feed text not null,
    id text not null,
    taken_at timestamptz not null,
    primary key (feed, id)
);
