// A list as a file: written while it is read, page by page, so that neither grows with the number of rows.
import type { Parsed } from '#contract/endpoint.ts';
import type { exportList, ListRow } from '#contract/list.ts';
import { writeAudit } from '#api/db/audit.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import type { FileReply } from '#api/http/serve.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readCatalogue } from './catalogue.ts';
import { checkDefinition, columnsOf, readRows } from './lists.ts';
import { fileOf } from './sheet.ts';
import { countRows } from './store.ts';

type Wanted = Parsed<typeof exportList>;
const rowsAtATime = 1000;

/** Checks the list and notes who took out what; the file itself is made while it is sent. */
export async function exportFile(deps: Deps, user: SignedInUser, input: Wanted): Promise<FileReply> {
  const { catalogue, fields } = await deps.db.transaction(user, async (trx) => {
    const catalogue = await readCatalogue(trx, user, input.kind, deps.clock.now());
    checkDefinition(catalogue, input);
    const { kind, filter, columns, sort, format, name } = input;
    const rows = await countRows(trx, catalogue, filter);
    await writeAudit(trx, user, {
      action: 'list.export',
      recordKind: 'list',
      recordId: newId(),
      after: { kind, filter, columns, sort, format, name, rows },
      at: deps.clock.now(),
    });
    return { catalogue, fields: columnsOf(catalogue, columns) };
  });
  const { today, timeZone } = catalogue.context;
  const title = input.name === '' ? (input.language === 'de' ? 'Liste' : 'List') : input.name;
  const sheet = { title, fields, timeZone, language: input.language, rows: pagesOf(deps, user, input) };
  return fileOf(sheet, { format: input.format, today });
}

/** Rights are asked anew for every page: whoever loses them meanwhile gets no further rows. */
async function* pagesOf(deps: Deps, user: SignedInUser, input: Wanted): AsyncGenerator<readonly ListRow[]> {
  let cursor: string | undefined;
  do {
    const at = cursor;
    const { rows, nextCursor } = await deps.db.read(user, async (trx) => {
      const catalogue = await readCatalogue(trx, user, input.kind, deps.clock.now());
      const fields = columnsOf(catalogue, input.columns);
      const { filter, sort } = input;
      return readRows(trx, catalogue, { filter, sort, fields, cursor: at, limit: rowsAtATime });
    });
    yield rows;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
