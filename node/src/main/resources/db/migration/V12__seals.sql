-- The origin's mark on an entry that came ahead of its turn; by it the origin knows the entry again.
alter table federation.advanced add column seal bytea;
