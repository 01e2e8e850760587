// A process that commits rows as fast as it can and names each one only after its commit; killed by durability.test.ts.
import { randomUUID } from 'node:crypto';
import { lockFolder } from '#api/db/lock.ts';
import { migrate } from '#api/db/migrate.ts';
import { openPglite } from '#api/db/open-pglite.ts';

const folder = process.argv[2] ?? '';
await lockFolder(folder);
const db = await openPglite(`${folder}/pg`);
await migrate(db);
for (;;) {
  const id = randomUUID();
  await db.system((trx) =>
    trx.insertInto('organization').values({ organization_id: id, name: 'quittiert' }).execute(),
  );
  process.stdout.write(`${id}\n`);
}
