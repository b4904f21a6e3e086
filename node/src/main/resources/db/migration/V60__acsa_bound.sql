-- The hash of each order; which statements both nations have closed over; and what of these a partner took back
-- afterwards: the postings of such an order stay, and nothing is folded into it any more. Everything but the last is
-- made anew from the records at the next start, by the rules of the new version.
alter table acsa.folded add column hash text not null default '';
alter table acsa.said add column bound boolean not null default false;
create table acsa.taken_back (
    record uuid primary key,
    "order" uuid not null,
    party text not null,
    taken_at timestamptz not null
);
create index on acsa.taken_back ("order");
