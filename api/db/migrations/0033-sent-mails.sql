-- Logging on send: each person's choice, and the mails that were sent until they are found in Sent Items.

create table mail_setting (
  organization_id uuid not null references organization,
  user_id uuid not null,
  log_on_send boolean not null,
  -- only what was sent since then is looked for
  since_at timestamptz not null,
  primary key (organization_id, user_id),
  foreign key (organization_id, user_id) references app_user on delete cascade
);

-- id: given by Outlook, so that the same mail told twice is one
create table sent_mail (
  organization_id uuid not null references organization,
  user_id uuid not null,
  id uuid not null,
  subject text not null,
  recipients text[] not null,
  sent_at timestamptz not null,
  state text not null check (state in ('waiting', 'waiting_for_sign_in', 'logged', 'not_logged')),
  reason text,
  activity_id uuid,
  -- the Internet Message-ID once it is found; each mail of Sent Items answers for one row
  message_id text collate "C",
  primary key (organization_id, user_id, id),
  foreign key (organization_id, user_id) references app_user on delete cascade
);
create unique index sent_mail_found on sent_mail (organization_id, user_id, message_id) where message_id is not null;
create index sent_mail_newest on sent_mail (organization_id, user_id, sent_at desc);

-- how far a mailbox has been read, where the administrator allows that
create table mailbox_sync (
  organization_id uuid not null references organization,
  user_id uuid not null,
  folder text not null check (folder in ('sentitems', 'inbox')),
  delta_link text,
  -- the last answer; a new start asks for what came since
  read_at timestamptz not null,
  tried_at timestamptz not null,
  -- Graph asked to be left alone until then
  not_before timestamptz,
  primary key (organization_id, user_id, folder),
  foreign key (organization_id, user_id) references app_user on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['mail_setting', 'sent_mail', 'mailbox_sync'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy same_organization on %I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to kundencockpit_app', t);
  end loop;
end $$;
