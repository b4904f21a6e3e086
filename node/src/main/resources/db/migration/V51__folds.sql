-- Which records speak of which subject (a case, a commitment), so that no request reads all records of a kind. Every row
-- can be made anew from the records; `rules` says by which rules those of a kind were made.
create schema folds;
create table folds.rules (
    kind text primary key,
    version int not null
);
-- One number for every change, never twice: what is remembered of another number is stale.
create sequence folds.version;
create table folds.said (
    record uuid primary key,
    kind text not null,
    subject uuid not null,
    marking bytea not null,
    version bigint not null
);
create index on folds.said (subject);
-- Which records each person has seen; until now only the coordination desk kept that.
alter table cases.seen set schema folds;
-- `markings` are the digests of all its records, each once, one after the other.
create table folds.subject (
    kind text not null,
    subject uuid not null,
    version bigint not null,
    markings bytea not null,
    primary key (kind, subject)
);
