-- What a partner said of some records is looked up at every batch. With one index on the record and one on the node,
-- PostgreSQL read the whole copy of the partner's ledger each time, until it had counted the rows of the table.
create index received_record on federation.received (record, node, position desc);
drop index federation.received_record_position_idx;
