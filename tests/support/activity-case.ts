// What tests of activities do again and again: a mail nobody logged yet, a customer's history, what the audit says.
import { afterAll, beforeAll, describe } from 'vitest';
import { listActivities } from '#contract/activity.ts';
import { buildMail } from '#contract/examples.ts';
import type { Mail } from '#contract/mail.ts';
import { databases } from './databases.ts';
import { createWorld, type World } from './world.ts';

type Reader = 'anna' | 'jonas' | 'petra' | 'dieter';

/** Handles for a suite about one customer's activities; both are there once its tests run. */
export function activityCase(suite: () => { world: World; customerId: string }) {
  let count = 0;

  function newMail(changes: Partial<Mail> = {}): Mail {
    count += 1;
    return buildMail({ messageId: `<mail-${count}@hollerbach-metallbau.test>`, ...changes });
  }
  const history = async (user: Reader = 'anna', of = suite().customerId) =>
    (await suite().world.call(user, listActivities, { customerId: of, limit: 100 })).body.items;
  const auditOf = (recordId: string) =>
    suite().world.deps.db.system((trx) =>
      trx.selectFrom('audit').select('action').where('record_id', '=', recordId).orderBy('id').execute(),
    );
  return { newMail, history, auditOf };
}

type ActivityCase = ReturnType<typeof activityCase>;

/** Tests of activities on each database: a world and the customer who writes, there once the tests run. */
export function describeActivities(
  title: string,
  tests: (suite: ActivityCase & { readonly world: World; readonly customerId: string }) => void,
): void {
  describe.each(databases)(`${title} on %s`, (database) => {
    let world: World;
    let customerId: string;
    beforeAll(async () => {
      world = await createWorld({ database });
      customerId = await storeSender(world);
    });
    afterAll(() => world.close());
    tests({
      ...activityCase(() => ({ world, customerId })),
      get world() {
        return world;
      },
      get customerId() {
        return customerId;
      },
    });
  });
}

/** The customer from whom the mails come, with the contact who sends them; answers the customer's id. */
export async function storeSender(world: World): Promise<string> {
  const { id } = await world.given.customer({ name: 'Hollerbach Metallbau GmbH' });
  const emails = ['s.tietz@hollerbach-metallbau.test'];
  await world.given.contact({ customer_id: id, name: 'Sabine Tietz', emails });
  return id;
}
