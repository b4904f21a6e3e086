-- Postings added up by month, so that no trial balance and no figure of an account reads all of them. Follows from
-- acsa.posting and changes with it, in the same transaction.
create table acsa.total (
    circle int not null,
    partner text not null,
    month date not null,
    supplies boolean not null,
    asset text not null,
    unit text not null,
    debit text not null,
    credit text not null,
    phase text not null,
    reserved boolean not null,
    amount numeric not null,
    primary key (partner, circle, month, supplies, asset, unit, debit, credit, phase, reserved)
);
insert into acsa.total
select circle, partner, date_trunc('month', day)::date, supplies, asset, unit, debit, credit, phase, reserved, sum(amount)
from acsa.posting
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
