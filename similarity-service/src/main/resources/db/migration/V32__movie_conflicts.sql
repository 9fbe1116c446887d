-- What people said of the catalogue, so that a file from before does not undo it.
alter table movie add column edited_at timestamptz;
comment on column movie.edited_at is 'When somebody changed it last; null: as a file had it.';

create table movie_deleted (
    movie_id   bigint      not null,
    deleted_at timestamptz not null,
    constraint movie_deleted_pkey primary key (movie_id)
);
comment on table movie_deleted is 'Movies that somebody deleted. One that is there again is not in it.';
