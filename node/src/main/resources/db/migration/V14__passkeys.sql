-- Passkeys of people. Public keys only; the private ones never leave an authenticator.
create table identity.passkey (
    id uuid primary key,
    person uuid not null references identity.person,
    credential_id bytea not null unique,
    rp_id text not null,
    public_key bytea not null,
    sign_count bigint not null,
    transports text[] not null,
    aaguid uuid not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    name text not null,
    created_at timestamptz not null,
    used_at timestamptz
);
create index on identity.passkey (person);

-- Questions that wait for one answer, each for who holds the secret of which `bound` is the hash: a cookie, a session, an
-- invitation. An answer takes the row away, right or wrong.
create table identity.challenge (
    bound bytea not null,
    purpose text not null,
    challenge bytea not null,
    person uuid,
    address text not null,
    expires_at timestamptz not null,
    primary key (bound, purpose)
);
create index on identity.challenge (address, expires_at);

-- When whoever holds the session last proved who they are.
alter table identity.session add column proven_at timestamptz;
update identity.session set proven_at = began_at;
alter table identity.session alter column proven_at set not null;
