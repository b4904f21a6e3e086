-- How far each partner had confirmed its ledger, every time that it came further: the row of the ledger says only how far it
-- is now. What was confirmed before is known by its last time alone. It stands beside the ledgers and bears no seals: what
-- was given out and confirmed follows from the ledger alone, and only when is told from here.
create table ledger.acknowledgement (
    party text not null,
    size bigint not null check (size > 0),
    at timestamptz not null,
    primary key (party, size)
);
insert into ledger.acknowledgement (party, size, at)
    select party, acknowledged, acknowledged_at from ledger.ledger
    where acknowledged > 0 and acknowledged_at is not null;

-- What was taken back is looked up apart from all that stands.
create index record_recalled on records.record (kind, seq desc) where state = 'recalled';

-- Of which subject a record spoke that was taken back: of a partner's nothing else is left of it.
create table folds.stood (
    record uuid primary key,
    kind text not null,
    subject uuid not null
);
create index on folds.stood (kind, subject);
