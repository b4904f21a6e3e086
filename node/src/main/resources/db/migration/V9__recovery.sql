-- A node that comes back older gets its entries back from its partner. Of some there is only the leaf hash: their
-- record was recalled, so the partner keeps nothing else.
alter table ledger.entry alter column bytes drop not null;
alter table ledger.entry alter column record drop not null;
alter table ledger.entry drop constraint entry_type_check;
alter table ledger.entry add check (type in ('release', 'recall', 'blank'));
