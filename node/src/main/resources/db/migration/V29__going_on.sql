-- Findings that last and are not over: the draft as it was stored last.
create table watching.going_on (
    key text primary key,
    draft jsonb not null
);
