import { world } from '../../demo/world.ts';
export const customers = world;
