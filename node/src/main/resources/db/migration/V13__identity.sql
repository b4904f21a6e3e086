-- People, what they sign in with, and where they are signed in. Of every secret that only has to be recognized, a hash.
create schema identity;

create table identity.person (
    id uuid primary key,
    sign_in_name text not null unique,
    name_en text not null,
    name_ja text not null,
    nation text not null,
    organisation text not null,
    roles text[] not null,
    clearance text not null,
    caveats text[] not null,
    cleared_until date,
    languages text[] not null,
    active boolean not null,
    created_at timestamptz not null
);

-- Password (Argon2id with its parameters) and authenticator (RFC 6238) of one person. A code counts once: `last_step` is the
-- newest time step that was used. `next_secret` waits for its first code.
create table identity.credential (
    person uuid primary key references identity.person,
    password text not null,
    secret bytea not null,
    last_step bigint not null,
    next_secret bytea,
    set_at timestamptz not null
);

-- A link that lets one person set password and authenticator, once. Without a person: the first administrator's.
create table identity.invitation (
    hash bytea primary key,
    person uuid references identity.person,
    secret bytea not null,
    expires_at timestamptz not null
);

create table identity.session (
    id uuid primary key,
    hash bytea not null unique,
    person uuid not null references identity.person,
    began_at timestamptz not null,
    used_at timestamptz not null,
    address text not null,
    agent text not null
);
create index on identity.session (person);

create table identity.access_token (
    id uuid primary key,
    hash bytea not null unique,
    person uuid not null references identity.person,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index on identity.access_token (person);

-- Sign-ins that failed, by account and by address, and until when the next one has to wait.
create table identity.failure (
    what text primary key,
    count integer not null,
    at timestamptz not null,
    wait_until timestamptz not null
);
