// Reads the text of a stored attachment once, so that it is found by what stands in it.
import { sql } from 'kysely';
import type { Deps } from '#api/deps.ts';
import { readFileText } from './file-text.ts';

interface Which {
  readonly organizationId: string;
  readonly attachmentId: string;
}

/** Does nothing for a file that is gone or was read already. */
export async function readAttachment(deps: Deps, { organizationId, attachmentId }: Which): Promise<void> {
  const { rows } = await deps.db.read({ organizationId }, (trx) =>
    sql<{ name: string; content_type: string; bytes: Buffer }>`
      select t.name, t.content_type, b.bytes from attachment t
      join attachment_content b on b.organization_id = t.organization_id and b.sha256 = t.sha256
      where t.organization_id = ${organizationId}::uuid and t.id = ${attachmentId}::uuid and t.state = 'stored'
        and not exists (select from attachment_text x
          where x.organization_id = t.organization_id and x.attachment_id = t.id)`.execute(trx),
  );
  const [file] = rows;
  if (file === undefined) return;
  const text = await readFileText(file.name, file.content_type, Buffer.from(file.bytes));
  await deps.db.transaction({ organizationId }, (trx) =>
    trx
      .insertInto('attachment_text')
      .values({ organization_id: organizationId, attachment_id: attachmentId, text })
      .onConflict((conflict) => conflict.columns(['organization_id', 'attachment_id']).doNothing())
      .execute(),
  );
}
