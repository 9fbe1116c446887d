-- The catalogue. Whoever writes it first takes the advisory lock of CatalogueLock within the same transaction, so single
-- changes and imports come one after another and never deadlock over people that their movies share.

create table movie (
    id              bigint not null,
    title           text   not null,
    -- null: unknown; likewise the other columns that may be null
    year            integer,
    runtime_minutes integer,
    -- Few, short, always read together with the movie, and ordered: an array, not a table.
    genres          text[] not null default '{}',
    imdb_id         text,
    tmdb_id         bigint,
    constraint movie_pkey primary key (id)
);
comment on table movie is 'Movies by their MovieLens id; titles in natural word order, without the year.';

create table person (
    id   text not null,
    name text not null,
    constraint person_pkey primary key (id)
);
comment on table person is 'People with at least one credit.';

create table credit (
    movie_id  bigint  not null,
    role      text    not null,
    -- Billing order within the role, from 1.
    position  integer not null,
    person_id text    not null,
    constraint credit_pkey primary key (movie_id, role, position),
    constraint credit_role check (role in ('DIRECTOR', 'ACTOR')),
    constraint credit_movie foreign key (movie_id) references movie on delete cascade,
    constraint credit_person foreign key (person_id) references person
);
-- Who else shares a person, when that person is renamed or may be forgotten.
create index credit_by_person on credit (person_id);

create table movie_tag (
    movie_id bigint  not null,
    -- Most frequent first, from 1.
    position integer not null,
    tag      text    not null,
    count    integer not null,
    constraint movie_tag_pkey primary key (movie_id, position),
    constraint movie_tag_count check (count >= 1),
    constraint movie_tag_movie foreign key (movie_id) references movie on delete cascade
);
comment on column movie_tag.count is 'How many users gave the tag.';
