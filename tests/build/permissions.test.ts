// The table in the docs is the one in code.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildPermissions, permissionsPath } from '#build/permissions.ts';

test('docs/permissions.md is up to date (npm run permissions)', async () => {
  expect(readFileSync(permissionsPath, 'utf8')).toBe(await buildPermissions());
});
