import { readFileSync } from 'node:fs';
export const mail = readFileSync;
