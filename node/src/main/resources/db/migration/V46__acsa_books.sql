-- What follows from the statements of ACSA orders, order by order, so that no request reads all of them. Every row can be
-- made anew from the records; `fold_rules` says by which rules these were made.
create table acsa.fold_rules (
    version int not null
);
-- Markings that occur together in orders, as their digests one after the other: who sees all of them sees the order.
create table acsa.circle (
    id int generated always as identity primary key,
    markings bytea not null unique
);
create table acsa.said (
    record uuid primary key,
    "order" uuid not null
);
create index on acsa.said ("order");
create sequence acsa.fold_version;
-- `standing` while anything can still become due; `version` changes with every fold.
create table acsa.folded (
    "order" uuid primary key,
    version bigint not null,
    circle int not null,
    requester text not null,
    supplier text not null,
    state text not null,
    standing boolean not null,
    label text not null,
    item text not null,
    lines int not null,
    currency text not null,
    unfit int not null,
    waiting int not null
);
create index on acsa.folded (circle) where standing;
-- The supplier's books; `place` is the order in which they were posted. `partner` and `supplies` as this nation sees it.
create table acsa.posting (
    "order" uuid not null,
    place int not null,
    circle int not null,
    partner text not null,
    supplies boolean not null,
    asset text not null,
    unit text not null,
    debit text not null,
    credit text not null,
    amount bigint not null,
    phase text not null,
    reserved boolean not null,
    cause text not null,
    day date not null,
    primary key ("order", place)
);
create index on acsa.posting (partner, day);
-- What counts against ceilings; a quote binds `until` a day, what is agreed for ever.
create table acsa.commitment (
    "order" uuid not null,
    circle int not null,
    agreement text not null,
    partner text not null,
    direction text not null,
    category text not null,
    day date not null,
    until date,
    currency text not null,
    reserved bigint not null,
    consumed bigint not null
);
create index on acsa.commitment ("order");
-- Deliveries that are not receipted, or in dispute.
create table acsa.unmatched (
    "order" uuid not null,
    circle int not null,
    partner text not null,
    supplier text not null,
    delivery int not null,
    delivered_on date not null,
    state text not null,
    primary key ("order", delivery)
);
-- What this nation has set off on its own claims, by the authority that it named.
create table acsa.set_off (
    "order" uuid not null,
    authority text not null,
    amount bigint not null
);
create index on acsa.set_off ("order");
create index on acsa.set_off (authority);
-- Which field a column of a spreadsheet was, by its heading, as somebody last confirmed it.
create table acsa.heading (
    heading text primary key,
    field text not null
);
