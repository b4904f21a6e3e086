-- Decisions, each with its explanation. Equal explanations are kept once: imports of public data share a few.
create schema release;

create table release.explanation (
    digest bytea primary key,
    content jsonb not null
);

create table release.decision (
    seq bigint generated always as identity primary key,
    record uuid not null,
    revision int not null,
    party text not null,
    outcome text not null check (outcome in ('released', 'redacted', 'withheld', 'needs-review')),
    explanation bytea not null references release.explanation (digest),
    removed text[] not null,
    coarsened text[] not null,
    as_of date not null,
    decided_at timestamptz not null,
    position bigint
);
create index on release.decision (record, party, seq desc);
create index on release.decision (party, outcome);

-- What a party holds of a record now. `revision` counts what was released to the party; `form` is the digest of the form
-- without its revision, so that a decision that changes nothing sends nothing.
create table release.held (
    record uuid not null,
    party text not null,
    revision int not null,
    form bytea,
    position bigint not null,
    primary key (record, party)
);
create index on release.held (party) where form is not null;
