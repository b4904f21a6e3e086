-- What partners' nodes cosigned of the audit log of this one. Superseded: of a log that was given up for an older one that
-- came back from a backup.
create table audit.cosignature (
    node text not null,
    size bigint not null,
    root bytea not null,
    at timestamptz not null,
    text text not null,
    superseded boolean not null default false,
    primary key (node, size, root)
);

create schema witness;

-- What this node cosigned of the audit logs of partners. A branch ends when an officer accepts a log that does not go on
-- from it.
create table witness.cosigned (
    node text not null,
    branch int not null,
    size bigint not null,
    root bytea not null,
    at timestamptz not null,
    text text not null,
    primary key (node, branch, size)
);

-- How the audit log of each partner stands; offered: the checkpoint that was not cosigned.
create table witness.log (
    node text primary key,
    branch int not null,
    state text not null,
    since timestamptz not null,
    heard timestamptz not null,
    back_to bigint,
    offered text
);

-- What each partner said last of the audit log of this node.
create table witness.asked (
    node text primary key,
    state text not null,
    since timestamptz not null,
    at timestamptz not null
);
