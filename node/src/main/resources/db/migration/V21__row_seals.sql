-- A seal of each row, by a key that is not in the database, over what no Merkle leaf and no signature says: times, lanes,
-- marks, and what is left of an entry without its content. Rows from before are sealed when the node first starts with it.
alter table ledger.ledger add column row_seal bytea;
alter table ledger.entry add column row_seal bytea;
alter table federation.inbox add column row_seal bytea;
alter table federation.received add column row_seal bytea;
alter table federation.advanced add column row_seal bytea;
alter table audit.cosignature add column row_seal bytea;
