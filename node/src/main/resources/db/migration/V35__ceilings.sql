-- How much this nation may supply or receive. A ceiling is never edited: it is ended, and another one is set.
create table acsa.ceiling (
    id uuid primary key,
    name text not null,
    agreement text,
    partner text,
    categories text not null,
    direction text not null,
    first_day date not null,
    last_day date not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    source text not null,
    actor text not null,
    at timestamptz not null,
    ended_by text,
    ended_at timestamptz
);
