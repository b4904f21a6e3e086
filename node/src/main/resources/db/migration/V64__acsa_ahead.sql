-- What can still become due of an order, so that the queue and the dashboard fold nothing: a function of its statements
-- alone, and null for an order that is over. Everything is made anew from the records at the next start, by the rules of
-- the new version.
alter table acsa.folded add column ahead text;
