-- The language of a person's Teams, for cards that are posted there.
alter table app_user add column teams_language text check (teams_language in ('de', 'en'));
