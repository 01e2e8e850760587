// What tests of the import share: a world with a folder and an OData service of its own, customers as lines, a run to its end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input, Reply } from '#contract/endpoint.ts';
import { getImportRun, startImport } from '#contract/import.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { databases } from './databases.ts';
import { startOData, uploadFile } from './import-files.ts';
import type { ODataService } from './import-files.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

export const head = 'Kd.-Nr.;Firma;Straße;PLZ;Ort;Telefon;Zahlungsziel';

/** Lines of customers K<from> … under `head`. */
export function lines(from: number, count: number, city = 'Leonberg'): string[] {
  return Array.from(
    { length: count },
    (_, at) => `K${from + at};Firma ${from + at} GmbH;Weg ${at};71229;${city};07152 ${1000 + at};30`,
  );
}

export interface ImportWorld {
  readonly world: World;
  readonly odata: ODataService;
  /** The import folder of the server. */
  readonly folder: string;
  close(): Promise<void>;
}

/** A world whose imports may read a folder and an OData service with 130 customers. */
export async function openImportWorld(database: (typeof databases)[number]): Promise<ImportWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-import-api-'));
  const odata = await startOData({
    Customers: Array.from({ length: 130 }, (_, at) => ({
      '@odata.etag': 'W/"1"',
      CustomerNo: `O${at}`,
      Name: `OData ${at} GmbH`,
      Address: { City: 'Köln', PostCode: '50667' },
    })),
  });
  const world = await createWorld({
    database,
    config: {
      dataFolder: join(folder, database),
      imports: { secretKey: Buffer.alloc(32, 7), hosts: [odata.host], folder },
    },
  });
  const close = async () => {
    await world.close();
    await odata.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { world, odata, folder, close };
}

type RunInput = Omit<Input<typeof startImport>, 'isDryRun'> & { isDryRun?: boolean };

/** Uploading, running and looking as Miriam, who administers; `of` answers the world once it is open. */
export function importCase(of: () => World) {
  const look = async (id: string): Promise<Reply<typeof getImportRun>> =>
    (await of().call('miriam', getImportRun, { id })).body;
  return {
    look,
    upload: (name: string, content: string | Buffer) => uploadFile(of(), 'miriam', name, content),
    /** Starts the import, does all that is due, and answers how it ended. */
    run: async (input: RunInput): Promise<Reply<typeof getImportRun>> => {
      const started = await of().call('miriam', startImport, { isDryRun: false, ...input });
      expect(started.status, started.text).toBe(200);
      await of().runJobs();
      return look(started.body.id);
    },
    findCustomer: async (number: string) => {
      const rows = await of().deps.db.system((trx) =>
        trx
          .selectFrom('customer')
          .selectAll()
          .where('organization_id', '=', demoTenantId)
          .where('number', '=', number)
          .execute(),
      );
      return rows[0];
    },
  };
}
