-- Contents of attachments, each under the node it comes from: what one partner lists says nothing of what another gave.
create schema attachments;

-- `source` is this node for its own. `held` bytes are here from the beginning on; `type` is known of own ones only.
create table attachments.content (
    source text not null,
    digest bytea not null,
    size bigint not null,
    held bigint not null default 0,
    state text not null check (state in ('here', 'offered', 'wanted', 'too-large', 'damaged')),
    type text not null,
    preview boolean not null,
    preview_digest bytea,
    lacking text,
    attempts int not null default 0,
    retry_at timestamptz,
    at timestamptz not null,
    primary key (source, digest)
);
create index on attachments.content (digest);
create index on attachments.content (source, preview desc, at) where state = 'wanted';

create table attachments.chunk (
    source text not null,
    digest bytea not null,
    start bigint not null,
    bytes bytea not null,
    primary key (source, digest, start)
);
alter table attachments.chunk alter column bytes set storage external;

-- Which records list a content: of a partner's record what its newest form lists, of an own one what it ever listed.
create table attachments.listed (
    source text not null,
    record uuid not null,
    digest bytea not null,
    primary key (source, record, digest)
);
create index on attachments.listed (source, digest);
create index on attachments.listed (digest);
