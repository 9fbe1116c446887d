-- Ratings and their summaries. The summaries are kept by whoever writes ratings, in the same transaction and in this
-- order of tables: rating, rater, rated_movie. The bulk import locks the tables in that order too, so nothing deadlocks.

create table rating (
    user_id  bigint      not null,
    movie_id bigint      not null,
    -- Stars. Half stars are exact in binary, so that sums of them may be kept by adding and subtracting.
    rating   real        not null,
    -- null: unknown
    rated_at timestamptz,
    constraint rating_pkey primary key (user_id, movie_id),
    constraint rating_range check (rating >= 0.5 and rating <= 5)
);
comment on table rating is 'One row for each user and movie; a bulk import into the empty table replaces the table itself.';

-- Counting and paging users must not group millions of ratings.
create table rater (
    user_id       bigint           not null,
    rating_count  bigint           not null,
    rating_sum    double precision not null,
    last_rated_at timestamptz,
    constraint rater_pkey primary key (user_id)
);
comment on table rater is 'Users with at least one rating.';

create table rated_movie (
    movie_id     bigint           not null,
    rating_count bigint           not null default 0,
    rating_sum   double precision not null default 0,
    constraint rated_movie_pkey primary key (movie_id)
);
comment on table rated_movie is 'All movies known here: those of the imported movies files (with 0 ratings at first) and all rated ones.';
create index rated_movie_by_count on rated_movie (rating_count desc, movie_id);
