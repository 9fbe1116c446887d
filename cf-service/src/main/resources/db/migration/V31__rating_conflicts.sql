-- What people took back, so that a file from before does not bring it again. Where there is a rating of the same pair, it is newer.
create table rating_deleted (
    user_id    bigint      not null,
    movie_id   bigint      not null,
    -- Never before the time of the rating that was taken back.
    deleted_at timestamptz not null,
    constraint rating_deleted_pkey primary key (user_id, movie_id)
);

-- What changes while an import prepares new tables: which rating, and what it was before the change. Nothing is lost with it: an
-- import whose database fails has failed.
create unlogged table rating_change (
    id       bigint generated always as identity,
    user_id  bigint not null,
    movie_id bigint not null,
    -- null: there was none
    was      real,
    was_at   timestamptz
);

-- Called by a trigger that is there only while an import runs.
create function rating_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into rating_change (user_id, movie_id) values (new.user_id, new.movie_id);
    else
        insert into rating_change (user_id, movie_id, was, was_at)
            values (old.user_id, old.movie_id, old.rating, old.rated_at);
        if tg_op = 'UPDATE' and (old.user_id, old.movie_id) is distinct from (new.user_id, new.movie_id) then
            insert into rating_change (user_id, movie_id) values (new.user_id, new.movie_id);
        end if;
    end if;
    return null;
end $$;

-- How a writer begins: it waits for others for a while at most, then fails with lock_not_available. Whoever writes for one user gives
-- that user's number, and goes on beside those of others; whoever writes for many gives none, and writes alone.
create function rating_write(patience integer, writer integer) returns void language plpgsql as $$
begin
    perform set_config('lock_timeout', patience::text, true);
    if writer is null then
        lock table rating in share row exclusive mode;
    else
        lock table rating in row exclusive mode;
        perform pg_advisory_xact_lock(771, writer);
    end if;
end $$;
