-- Was the customer satisfied? A link in the closing mail leads to a page with one question; and how often a complaint came back.

alter table complaint add column reopened_count int not null default 0 check (reopened_count >= 0);

create table complaint_survey (
  organization_id uuid not null,
  id uuid not null,
  complaint_id uuid not null,
  -- SHA-256 of the secret in the link; the secret itself stands in the customer's mail alone
  token_hash text not null,
  language text not null check (language in ('de', 'en')),
  contact_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- 1 very dissatisfied … 5 very satisfied; null: not answered
  score int check (score between 1 and 5),
  comment text not null default '',
  answered_at timestamptz,
  -- how often the answer was given or changed
  answer_count int not null default 0 check (answer_count >= 0),
  -- the answer in the customer's history, and the question it raised
  activity_id uuid,
  follow_up_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, complaint_id) references complaint,
  check ((score is null) = (answered_at is null))
);
create unique index complaint_survey_token on complaint_survey (token_hash);
create index complaint_survey_complaint on complaint_survey (organization_id, complaint_id, answered_at);

alter table complaint_survey enable row level security;
create policy same_organization on complaint_survey
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select, insert, update, delete on complaint_survey to kundencockpit_app;
