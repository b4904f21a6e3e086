-- How much room there was on the disk of the data folder, hour by hour: what is left at the present rate.
create schema operation;
create table operation.disk (
    at timestamptz primary key,
    free bigint not null,
    database bigint not null
);
