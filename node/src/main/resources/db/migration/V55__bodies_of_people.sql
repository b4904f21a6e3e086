-- The bodies at which somebody works, by their codes.
alter table identity.person add column bodies text[] not null default '{}';
