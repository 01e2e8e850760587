-- Chat messages logged from Teams: which entry one became, and the link back to it. The chat itself stays in Teams.

create table chat_message (
  organization_id uuid not null references organization,
  activity_id uuid not null,
  -- conversation and message as Teams names them
  message_key text collate "C" not null,
  link text,
  primary key (organization_id, activity_id),
  foreign key (organization_id, activity_id) references activity on delete cascade
);
create index chat_message_key on chat_message (organization_id, message_key);

-- whom somebody was in touch with lately
create index activity_logged_by on activity (organization_id, logged_by, logged_at desc) where undone_at is null;

alter table chat_message enable row level security;
create policy same_organization on chat_message using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select, insert, update, delete on chat_message to kundencockpit_app;
