-- Whose ledger it is: of one party there may be several nodes.
alter table ledger.ledger add column node text;
