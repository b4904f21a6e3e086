-- What the nation has in place of, and besides, the bodies and phase policies that the node ships with: as it was
-- written, every version. The newest holds.
create table party.coordination (
    version int primary key,
    yaml text not null,
    taken_at timestamptz not null,
    taken_by text not null
);
