// "Lists" in English.
import type { list as de } from '../de/list.ts';

export const list: typeof de = {
  title: 'Lists',
  loading: 'Loading list',
};
