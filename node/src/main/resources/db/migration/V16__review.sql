-- The release officer's desk: policy, releases that wait, rulings, emergencies.
create schema review;

create table review.policy (
    version int primary key,
    effective date not null,
    many int not null,
    rules jsonb not null,
    state text not null check (state in ('proposed', 'confirmed', 'rejected')),
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decided_reason text
);
create unique index on review.policy (state) where state = 'proposed';

-- Which kinds each party has ever held anything of.
create table review.known_kind (
    party text not null,
    kind text not null,
    primary key (party, kind)
);
insert into review.known_kind (party, kind)
select distinct h.party, r.kind from release.held h join records.record r on r.id = h.record where h.revision > 0;

-- `marking` and `revision` are those that officers look at; their voices are about these alone.
create table review.item (
    id uuid primary key,
    record uuid not null references records.record (id),
    revision int not null,
    party text not null,
    kind text not null,
    marking bytea not null,
    rules text[] not null,
    causes text[] not null,
    persons int not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    escalated_at timestamptz,
    state text not null default 'open' check (state in ('open', 'released', 'withheld', 'moot')),
    closed_at timestamptz
);
create unique index on review.item (record, party) where state = 'open';
create index on review.item (due_at) where state = 'open';
create index on review.item (closed_at desc) where state <> 'open';

create table review.voice (
    item uuid not null references review.item (id),
    revision int not null,
    person text not null,
    verdict text not null check (verdict in ('release', 'withhold')),
    cuts text[] not null,
    reason text not null,
    at timestamptz not null,
    primary key (item, revision, person)
);

-- The newest ruling for each record and party; those before stand in the audit log.
create table review.ruling (
    record uuid not null references records.record (id),
    party text not null,
    released boolean not null,
    cuts text[] not null,
    marking bytea not null,
    persons text[] not null,
    reason text not null,
    emergency boolean not null,
    at timestamptz not null,
    primary key (record, party)
);

-- What other nations answered to requests for their consent, the newest answer for each request: derived from the records
-- that ask and answer. `applied` once what follows from it was decided; `until_day` is the first day it does not hold.
create table review.consent (
    request uuid not null,
    nation text not null,
    answer uuid not null,
    record uuid not null,
    revision int not null,
    party text not null,
    granted boolean not null,
    from_day date not null,
    until_day date not null,
    applied boolean not null default false,
    ended boolean not null default false,
    primary key (request, nation)
);
create index on review.consent (record);
create index on review.consent (answer);
create index on review.consent (applied) where not applied;

create table review.emergency (
    id uuid primary key,
    record uuid not null references records.record (id),
    party text not null,
    person text not null,
    reason text not null,
    at timestamptz not null,
    reviewed_by text,
    reviewed_at timestamptz,
    note text,
    withdrawn boolean not null default false
);
