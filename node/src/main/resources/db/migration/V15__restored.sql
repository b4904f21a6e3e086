-- A node that was restored from a backup writes no medium for a partner before it has heard from it how far the ledger was.
alter table ledger.ledger add must_meet boolean not null default false;
