import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMe } from '#contract/user.ts';
import { databases } from '#tests/support/databases.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  test('anna sees who she is', async () => {
    const answer = await world.call('anna', getMe, {});

    expect(answer.body).toMatchObject({
      name: 'Anna Brandl',
      role: 'sales',
      territories: [{ name: 'Südwest' }],
    });
    await world.given.escalation();
    await world.given.order();
    await world.given.contact({ emails: ['a@b.test'], phones: ['0711 1234'] });
  });
});
