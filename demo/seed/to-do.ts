// Hands the sample follow-ups over to the local Graph, so that every sample person finds them in To Do from the start.
import { sql } from 'kysely';
import type { Config } from '#api/config.ts';
import type { Database } from '#api/db/database.ts';
import { customerLinkOf } from '#api/follow-ups/links.ts';
import type { StoredList, ToDoStore } from '../graph/to-do-store.ts';
import { organizationId } from './people.ts';

const listName = 'Kundencockpit';

interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly due_on: string;
  readonly owner: string;
  readonly customer_id: string;
  readonly customer_name: string;
  readonly customer_number: string;
}

/** Makes a task of each open follow-up. What an interrupted start leaves waiting goes on at its owner's sign-in. */
export async function seedToDo(db: Database, store: ToDoStore, config: Config): Promise<void> {
  const waiting = await db.system((trx) =>
    sql<Waiting>`
      select f.id, f.version, f.title, f.due_on, u.entra_oid as owner, f.customer_id, c.name as customer_name,
        c.number as customer_number
      from follow_up f
        join app_user u on u.organization_id = f.organization_id and u.id = f.owner_id
        join customer c on c.organization_id = f.organization_id and c.id = f.customer_id
      where f.organization_id = ${organizationId}::uuid and f.to_do_state = 'waiting_for_sign_in'
      order by f.due_on, f.id`.execute(trx),
  );
  const sent = waiting.rows.map((row) => {
    const list = listOf(store, row.owner);
    return { row, listId: list.id, taskId: addTask(store, list, row, config) };
  });
  await store.save();
  await db.system(async (trx) => {
    for (const { row, listId, taskId } of sent) {
      await trx
        .updateTable('follow_up')
        .set({
          to_do_state: 'in_to_do',
          to_do_list_id: listId,
          to_do_task_id: taskId,
          to_do_sent_version: row.version,
        })
        .where('organization_id', '=', organizationId)
        .where('id', '=', row.id)
        .execute();
    }
  });
}

function listOf(store: ToDoStore, person: string): StoredList {
  const known = store.person(person).lists.find((list) => list.displayName === listName);
  return known ?? store.addList(person, listName);
}

/** The same task as api/follow-ups/outgoing.ts would make; answers its id. */
function addTask(store: ToDoStore, list: StoredList, row: Waiting, config: Config): string {
  const link = customerLinkOf(config, row.customer_id);
  const fields = {
    title: row.title,
    dueDateTime: { dateTime: `${row.due_on}T00:00:00`, timeZone: 'UTC' },
    body: {
      content: `Kunde: ${row.customer_name} (Kd.-Nr. ${row.customer_number})\nCockpit: ${link}`,
      contentType: 'text',
    },
  };
  const linked = {
    applicationName: listName,
    displayName: row.customer_name,
    externalId: row.id,
    webUrl: link,
  };
  return store.addTask(row.owner, list.id, fields, [linked]).id;
}
