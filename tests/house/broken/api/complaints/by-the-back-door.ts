import { server } from '../customers/store.ts';
export const complaints = server;
