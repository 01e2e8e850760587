// Answers kept for Idempotency-Keys hold personal data; they are forgotten once no client will ask again.
import { defineSweep } from '#api/jobs/job.ts';

const keepMs = 48 * 60 * 60 * 1_000;

const forgetOldKeys = defineSweep({
  name: 'http.forget-old-keys',
  everySeconds: 60 * 60,
  run: async ({ db, clock }) => {
    const before = new Date(clock.now().getTime() - keepMs);
    // of every organisation, by the index on created_at
    await db.system((trx) => trx.deleteFrom('idempotency_key').where('created_at', '<', before).execute());
  },
});

export const sweeps = [forgetOldKeys];
