-- Agreements as dated versions: a change adds a version, nothing is ever overwritten.
create schema party;

create table party.agreement (
    id text not null,
    version int not null,
    content jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (id, version)
);
