-- Trainers are judged by different metrics: the figures of a training's progress say which they are.

alter table training rename column train_rmse to train_value;
alter table training rename column validation_rmse to validation_value;
alter table training add column train_metric text, add column validation_metric text;
update training set train_metric = 'rmse' where train_value is not null;
update training set validation_metric = 'rmse' where validation_value is not null;
