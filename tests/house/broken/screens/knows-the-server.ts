import { server } from '../api/customers/store.ts';
export const screen = server;
