-- After a fork an administrator decides that a ledger goes on from what the partner holds: a new epoch. What was given
-- out behind `base` is withdrawn; `settled_*` is where the partner's copy ended when both met again.
create table ledger.epoch (
    party text not null references ledger.ledger (party),
    number int not null check (number > 0),
    opened_at timestamptz not null,
    opened_by text not null,
    reason text not null,
    base bigint not null,
    withdrawn bigint not null,
    withdrawn_root bytea not null,
    settled_at timestamptz,
    settled_size bigint,
    settled_root bytea,
    primary key (party, number)
);
