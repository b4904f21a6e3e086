-- What the node watches for among moving objects: versions, never overwritten.
create schema watching;
create table watching.plan (
    version int primary key,
    since timestamptz not null,
    actor text not null,
    plan jsonb not null
);
