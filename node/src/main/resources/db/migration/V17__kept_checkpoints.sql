-- Signed checkpoints of the audit log that are kept: whoever changes an entry together with its leaf, or takes entries off
-- the end, does not fit them any more. The newest is in a file beside the database as well.
create table audit.checkpoint (
    size bigint primary key,
    text text not null
);
-- Finds the entries of a stretch of time without a large index.
create index on audit.entry using brin (at) with (pages_per_range = 32);
