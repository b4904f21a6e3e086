-- Reference rates that were brought in, and by which file: never changed. A rate is units of the currency for one euro.
create schema acsa;
create table acsa.rate_file (
    id uuid primary key,
    source text not null,
    actor text not null,
    at timestamptz not null,
    digest text not null,
    first_day date not null,
    last_day date not null,
    added int not null
);
create table acsa.rate (
    day date not null,
    currency text not null,
    per_euro numeric not null check (per_euro > 0),
    file uuid not null references acsa.rate_file,
    primary key (day, currency)
);
