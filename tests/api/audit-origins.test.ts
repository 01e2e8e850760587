// "Änderungen" over HTTP: merges and imports stand there as well, with who and when, in the words of the record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttribute, updateRecordAttributes } from '#contract/attribute.ts';
import { listAudit } from '#contract/audit.ts';
import { reportComplaint, updateComplaint } from '#contract/complaint.ts';
import { buildNewComplaint } from '#contract/examples.ts';
import { startImport, undoImport } from '#contract/import.ts';
import { mergeContacts, mergeCustomers, undoMerge } from '#contract/merge.ts';
import { newId } from '#api/db/id.ts';
import { databases } from '#tests/support/databases.ts';
import { uploadFile } from '#tests/support/import-files.ts';
import { people } from '#tests/support/people.ts';
import { createWorld } from '#tests/support/world.ts';
import type { World } from '#tests/support/world.ts';

describe.each(databases)('where changes come from on %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  async function changesOf(recordKind: 'customer' | 'contact', recordId: string) {
    const { body } = await world.call('anna', listAudit, { recordKind, recordId });
    return body.items;
  }

  it('a merge names the other customer and the fields that were taken from it', async () => {
    const winner = await world.given.customer({ name: 'Bürgel GmbH', city: 'Leonberg' });
    const loser = await world.given.customer({ name: 'Bürgel Schlosserei', city: 'Ditzingen' });
    const { body } = await world.call('anna', mergeCustomers, {
      winnerId: winner.id,
      loserId: loser.id,
      winnerVersion: 1,
      loserVersion: 1,
      choices: { address: 'loser' },
    });
    const [merged] = await changesOf('customer', winner.id);
    const [gone] = await changesOf('customer', loser.id);
    await world.call('anna', undoMerge, { id: body.merge.id });
    const [undone] = await changesOf('customer', winner.id);

    expect(merged).toMatchObject({
      action: 'customer.merge',
      by: { name: 'Anna Brandl' },
      undo: null,
    });
    expect(merged?.changes).toEqual(
      expect.arrayContaining([
        {
          field: 'mergedWith',
          label: null,
          before: null,
          after: 'Bürgel Schlosserei',
          isMoney: false,
          isHidden: false,
        },
        {
          field: 'city',
          label: null,
          before: 'Leonberg',
          after: 'Ditzingen',
          isMoney: false,
          isHidden: false,
        },
      ]),
    );
    expect(gone).toMatchObject({
      action: 'customer.merged_away',
      changes: [{ field: 'mergedWith', before: null, after: 'Bürgel GmbH' }],
    });
    expect(undone).toMatchObject({
      action: 'customer.merge_undo',
      by: { name: 'Anna Brandl' },
      changes: [{ field: 'mergedWith', before: 'Bürgel Schlosserei', after: null }],
    });
  });

  it('so does a merge of contacts', async () => {
    const { id: customer_id } = await world.given.customer();
    const winner = await world.given.contact({ customer_id, name: 'Sabine Tietz' });
    const loser = await world.given.contact({ customer_id, name: 'Tietz, S.' });

    await world.call('anna', mergeContacts, {
      winnerId: winner.id,
      loserId: loser.id,
      winnerVersion: 1,
      loserVersion: 1,
    });

    expect((await changesOf('contact', winner.id))[0]).toMatchObject({
      action: 'contact.merge',
      by: { name: 'Anna Brandl' },
      changes: expect.arrayContaining([
        expect.objectContaining({ field: 'mergedWith', after: 'Tietz, S.' }),
      ]) as unknown,
    });
  });

  it('an import stands there in the name of who started it, field by field, and so does its undoing', async () => {
    const number = `IM-${database}`;
    const { id } = await world.given.customer({ number, name: 'Alt GmbH', city: 'Leonberg', sector: null });
    const csv = `Kd.-Nr.;Firma;Ort;Branche\n${number};Alt GmbH;Renningen;Metallbau\n`;
    const file = await uploadFile(world, 'miriam', 'kunden.csv', csv);
    const { body: run } = await world.call('miriam', startImport, {
      kind: 'customers',
      fileId: file.id,
      isDryRun: false,
    });
    await world.runJobs();
    const [imported] = await changesOf('customer', id);
    await world.call('miriam', undoImport, { id: run.id });
    await world.runJobs();
    const [undone] = await changesOf('customer', id);

    expect(imported).toMatchObject({
      action: 'customer.import',
      source: 'import',
      by: { name: 'Miriam Stolz' },
      changes: [
        { field: 'city', before: 'Leonberg', after: 'Renningen' },
        { field: 'sector', before: null, after: 'Metallbau' },
      ],
    });
    expect(undone).toMatchObject({
      action: 'customer.import_undo',
      by: { name: 'Miriam Stolz' },
      changes: [
        { field: 'city', before: 'Renningen', after: 'Leonberg' },
        { field: 'sector', before: 'Metallbau', after: null },
      ],
    });
  });

  it('an attribute’s choices are called by their names, amounts are amounts', async () => {
    const { id } = await world.given.customer();
    const [good, bad] = [newId(), newId()];
    const { body: credit } = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Bonität',
      labelEn: 'Credit standing',
      type: 'choice',
      choices: [
        { id: good, labelDe: 'gut', labelEn: 'good' },
        { id: bad, labelDe: 'schlecht', labelEn: 'bad' },
      ],
    });
    const { body: limit } = await world.call('miriam', createAttribute, {
      recordKind: 'customer',
      labelDe: 'Limit',
      labelEn: 'Limit',
      type: 'money',
    });
    const values = { [credit.id]: good, [limit.id]: 500_000 };
    await world.call('anna', updateRecordAttributes, { recordKind: 'customer', id, values }, { ifMatch: 1 });

    expect((await changesOf('customer', id))[0]?.changes).toMatchObject([
      { label: { de: 'Bonität' }, before: null, after: [{ de: 'gut', en: 'good' }], isMoney: false },
      { label: { de: 'Limit' }, before: null, after: 500_000, isMoney: true },
    ]);
  });

  it('goodwill is an amount', async () => {
    const { id: customerId } = await world.given.customer();
    const { body } = await world.call(
      'anna',
      reportComplaint,
      buildNewComplaint({ customerId, ownerId: people.anna.id }),
    );
    const { id, version } = body.complaint;
    await world.call('anna', updateComplaint, { id, proposedGoodwillCents: 12_550 }, { ifMatch: version });

    const { body: shown } = await world.call('anna', listAudit, { recordKind: 'complaint', recordId: id });

    expect(shown.items[0]?.changes).toMatchObject([
      { field: 'proposedGoodwillCents', before: null, after: 12_550, isMoney: true },
    ]);
  });
});
