-- Views of the picture that people keep at their node: where one looks and how, nothing of what there is to see.
create schema views;

create table views.view (
    id uuid primary key,
    owner uuid not null,
    name text not null,
    shared boolean not null,
    first boolean not null,
    content jsonb not null,
    changed_at timestamptz not null,
    unique (owner, name)
);
create unique index on views.view (owner) where first;
