// Demo sign-in: named sample people instead of Entra ID. Answers 404 outside demo mode.
import { z } from 'zod';
import { endpoint, Id, Nothing } from './endpoint.ts';
import { Role } from './user.ts';

export const DemoUser = z.object({
  id: Id,
  user: z.string(),
  name: z.string(),
  role: Role,
  jobTitle: z.string(),
  email: z.string(),
  territories: z.array(z.string()),
});
export type DemoUser = z.infer<typeof DemoUser>;

export const listDemoUsers = endpoint({
  name: 'listDemoUsers',
  method: 'GET',
  path: '/demo/users',
  summary: 'The sample people of the demo.',
  input: Nothing,
  reply: z.object({ items: z.array(DemoUser) }),
  open: true,
});
/** `user` is the short name of a sample person, for example `anna`. */
export const signInToDemo = endpoint({
  name: 'signInToDemo',
  method: 'POST',
  path: '/demo/sign-in',
  summary: 'A token for a sample person.',
  input: z.strictObject({ user: z.string().min(1).max(100) }),
  reply: z.object({ token: z.string(), expiresInSeconds: z.int() }),
  open: true,
});
export const resetDemo = endpoint({
  name: 'resetDemo',
  method: 'POST',
  path: '/demo/reset',
  summary: 'Puts the sample data back to its first state.',
  input: Nothing,
  reply: z.object({ done: z.literal(true) }),
  open: true,
});
