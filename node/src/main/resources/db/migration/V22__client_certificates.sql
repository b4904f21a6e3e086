-- Certificates by which machines come in as an account: known by their own hash, whoever signed them. A revoked one stays,
-- so that nobody registers it again.
create table identity.client_certificate (
    id uuid primary key,
    person uuid not null references identity.person,
    name text not null,
    sha256 bytea not null unique,
    subject text not null,
    scopes text[] not null,
    not_after timestamptz not null,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null check (expires_at <= not_after),
    used_at timestamptz,
    revoked_at timestamptz
);
create index on identity.client_certificate (person);
