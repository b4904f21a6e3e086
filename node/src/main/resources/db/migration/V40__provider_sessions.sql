-- What the identity provider calls those who came in by its word, and its words that somebody has signed out there
-- (OpenID Connect Back-Channel Logout 1.0), each of which counts once.
alter table identity.session add column provider_subject text;
alter table identity.session add column provider_session text;
create index on identity.session (provider_subject) where provider_subject is not null;
create index on identity.session (provider_session) where provider_session is not null;

create table identity.provider_logout (
    id bytea primary key,
    taken_at timestamptz not null
);
