-- For how long what an author has released counts with what they release now, and what each has released to whom
-- of late with nobody being asked. See ADR 0078.
alter table review.policy add column many_hours int not null default 1;
create table review.given_by (
    author text not null,
    party text not null,
    at timestamptz not null,
    records int not null
);
create index on review.given_by (author, at);
