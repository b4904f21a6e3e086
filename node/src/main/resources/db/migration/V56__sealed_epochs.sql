-- A seal of each epoch of a ledger, as other rows of ledgers have one.
alter table ledger.epoch add column row_seal bytea;
