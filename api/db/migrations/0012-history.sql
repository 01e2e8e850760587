-- what people edit carries a version: entries written by hand, and people's roles and places
alter table activity add column version int not null default 1;
alter table app_user add column version int not null default 1;

-- one entry of the audit is found by who did it (how often an administrator looked, and as whom)
create index audit_person on audit (organization_id, user_id, action, at desc) where user_id is not null;
