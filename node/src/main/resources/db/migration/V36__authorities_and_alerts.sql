-- By what this nation may let netting settle debts; and what somebody was told about clocks that run out.
create table acsa.authority (
    id uuid primary key,
    partner text not null,
    ground text not null,
    given_by text not null,
    reference text not null,
    first_day date not null,
    last_day date not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    actor text not null,
    at timestamptz not null,
    ended_by text,
    ended_at timestamptz
);
create table acsa.alert (
    "order" uuid not null,
    delivery int not null,
    clock text not null,
    party text not null,
    due date not null,
    rung text not null,
    raised_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    primary key ("order", delivery, clock, party, due, rung)
);
