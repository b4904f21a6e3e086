-- Links that somebody has paused: they stay so over a restart.
create table federation.paused (
    party text primary key,
    actor text not null,
    at timestamptz not null
);
