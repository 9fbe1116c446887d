-- Trained models with everything that is needed to judge and to repeat them, and the jobs that made them.

create table model (
    id         bigint generated always as identity,
    role       text        not null,
    algorithm  text        not null,
    -- All hyper-parameters, defaults included.
    options    jsonb       not null,
    seed       bigint      not null,
    -- Facts about the ratings that it was trained on.
    snapshot   jsonb       not null,
    -- RMSE, MAE and more on the held-out ratings.
    report     jsonb       not null,
    bytes      bigint      not null,
    created_at timestamptz not null default now(),
    constraint model_pkey primary key (id),
    constraint model_role check (role in ('rating', 'ranking'))
);
create index model_by_role on model (role, id desc);

create table model_chunk (
    model_id bigint  not null,
    -- Which of the model's binary parts, such as its factors.
    part     text    not null,
    position integer not null,
    -- How many chunks the part has, so that a missing last one is noticed.
    chunks   integer not null,
    crc32c   bigint  not null,
    data     bytea   not null,
    constraint model_chunk_pkey primary key (model_id, part, position),
    constraint model_chunk_model foreign key (model_id) references model (id) on delete cascade
);
-- Floats do not compress: keep them out of line and do not try.
alter table model_chunk alter column data set storage external;

create table active_model (
    role         text        not null,
    model_id     bigint      not null,
    -- The way back; null where there is none.
    previous_id  bigint,
    activated_at timestamptz not null default now(),
    constraint active_model_pkey primary key (role),
    constraint active_model_model foreign key (model_id) references model (id),
    constraint active_model_previous foreign key (previous_id) references model (id)
);

create table training (
    id               bigint generated always as identity,
    algorithm        text             not null,
    role             text             not null,
    options          jsonb            not null,
    seed             bigint           not null,
    holdout          double precision not null,
    state            text             not null default 'running',
    phase            text             not null default 'starting',
    epoch            integer          not null default 0,
    epochs           integer          not null default 0,
    train_rmse       double precision,
    validation_rmse  double precision,
    elapsed_millis   bigint           not null default 0,
    -- An estimate; null where there is none yet.
    remaining_millis bigint,
    cancel_requested boolean          not null default false,
    model_id         bigint,
    error            text,
    started_at       timestamptz      not null default now(),
    finished_at      timestamptz,
    constraint training_pkey primary key (id),
    -- A pruned model takes nothing away from the history.
    constraint training_model foreign key (model_id) references model (id) on delete set null,
    constraint training_state check (state in ('running', 'completed', 'failed', 'cancelled', 'interrupted'))
);
create unique index training_one_running on training (state) where state = 'running';
