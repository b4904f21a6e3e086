-- What fast and complete federation needs of the store: lanes, what was ever signed, entries kept by the receiver, the
-- marking by which records are decided again, and ends of releases.

-- ledger: how urgent an entry is; the highest size a checkpoint was signed for; entries up to `held_to` wait until they
-- are decided again. The foreign key cost more than the insert itself, and entries are only made for ledgers locked.
alter table ledger.ledger add column signed bigint not null default 0;
alter table ledger.ledger add column held_to bigint not null default 0;
update ledger.ledger set signed = size;
alter table ledger.entry add column precedence text not null default 'ROUTINE'
    check (precedence in ('FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'));
create index on ledger.entry (party, precedence, position) where precedence in ('FLASH', 'IMMEDIATE');
alter table ledger.entry drop constraint entry_party_fkey;

-- records: label and portions together are the marking; a release decision depends on nothing else of a record.
create table records.marking (
    digest bytea primary key,
    content bytea not null
);
alter table records.record add column marking bytea;
alter table records.record add column until timestamptz;
create index on records.record (marking, seq) where own and state = 'current';
create index on records.record (until) where state = 'current' and until is not null;
-- Where in its origin's ledger a received revision came from.
alter table records.revision add column ledger_position bigint;
alter table records.revision drop constraint revision_record_fkey;

-- release: the newest decision stands beside what is held, so that it need not be looked up among all decisions. `cuts`
-- are the places removed or made coarser. A row is there for every pair that was decided.
alter table release.held add column outcome text;
alter table release.held add column cuts text not null default '';
insert into release.held (record, party, revision, form, position, outcome, cuts)
    select distinct on (record, party) record, party, 0, null, 0, outcome, 'not known' from release.decision
    order by record, party, seq desc
    on conflict (record, party) do update set outcome = excluded.outcome, cuts = excluded.cuts;
alter table release.decision drop constraint decision_explanation_fkey;
drop index release.decision_party_outcome_idx;

-- The facts by which all records were last decided for a party, and for whom they are being decided again.
create table release.facts (
    party text primary key,
    digest bytea not null
);
create table release.redecision (
    party text primary key,
    generation bigint generated always as identity,
    cause text not null,
    actor text not null,
    begun_at timestamptz not null,
    marking bytea not null default '',
    after bigint not null default 0
);

-- federation: entries as they came, null once recalled or never sent; those ahead of their turn apart.
alter table federation.received add column bytes bytea;
alter table federation.received alter column record drop not null;
alter table federation.received drop constraint received_type_check;
alter table federation.received add check (type in ('release', 'recall', 'blank'));
create table federation.advanced (
    node text not null,
    position bigint not null,
    record uuid not null,
    type text not null check (type in ('release', 'recall')),
    leaf_hash bytea not null,
    bytes bytea,
    at timestamptz not null,
    primary key (node, position)
);
create index on federation.advanced (record);
-- Nothing asks by it.
drop index release.held_party_idx;
-- Most records come from no source; those need no place in an index.
alter table records.record drop constraint record_source_system_source_id_key;
create unique index on records.record (source_system, source_id) where source_system is not null;
-- Events of every record are found at the end of the log anyway; the index is for those that are rare.
drop index audit.entry_event_position_idx;
create index on audit.entry (event, position desc)
    where event not in ('record-stored', 'record-received', 'release-decided');
