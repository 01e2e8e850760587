// Who is signed in, who else works here, and what the client must know before sign-in.
import { z } from 'zod';
import { endpoint, Id, Nothing, Timestamp } from './endpoint.ts';

export const roles = ['sales', 'manager', 'admin', 'partner'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A colleague, as shown beside a record. */
export const Person = z.object({ id: Id, name: z.string() });
export type Person = z.infer<typeof Person>;

export const Territory = z.object({ id: Id, name: z.string() });
export type Territory = z.infer<typeof Territory>;

export const permissions = [
  'activity.log',
  'customer.create',
  'customer.edit',
  'complaint.create',
  'complaint.handle',
  'escalation.decide',
  'follow_up.create',
  'figures.see',
] as const;
export type Permission = (typeof permissions)[number];

export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  jobTitle: z.string().nullable(),
  organizationName: z.string(),
  internalDomains: z.array(z.string()),
  territories: z.array(Territory),
  permissions: z.array(z.enum(permissions)),
  /** The server's clock: screens reckon "heute" and deadlines from it. */
  now: Timestamp,
  /** Follow-ups that wait until this user signs in again to be sent to To Do. */
  waitingForSignIn: z.int(),
  /** The administrator who looks as this person; then nothing may be changed. */
  viewedBy: Person.nullable(),
});
export type Me = z.infer<typeof Me>;

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'The signed-in user with role, territories and permissions.',
  input: Nothing,
  reply: Me,
});

export const Colleague = z.object({
  ...Person.shape,
  role: Role,
  jobTitle: z.string().nullable(),
  territories: z.array(Territory),
});
export type Colleague = z.infer<typeof Colleague>;
export const listColleagues = endpoint({
  name: 'listColleagues',
  method: 'GET',
  path: '/api/users',
  summary: 'People to whom work can be given.',
  input: Nothing,
  reply: z.object({ items: z.array(Colleague) }),
});

/** What a page needs before anybody has signed in; holds no secret. */
export const ClientConfig = z.object({
  mode: z.enum(['demo', 'entra']),
  organizationName: z.string(),
  entra: z.object({ clientId: z.string(), authority: z.string(), scope: z.string() }).nullable(),
  teamsAppId: z.string().nullable(),
  version: z.string(),
});
export type ClientConfig = z.infer<typeof ClientConfig>;
export const getClientConfig = endpoint({
  name: 'getClientConfig',
  method: 'GET',
  path: '/api/client-config',
  summary: 'Settings a page needs before sign-in.',
  input: Nothing,
  reply: ClientConfig,
  open: true,
});
