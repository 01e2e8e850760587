// Creating a customer and logging its mail as one action of three calls; a retry goes on where it stopped.
import { useState } from 'react';
import { logActivity, previewMail } from '#contract/activity.ts';
import { createCustomer } from '#contract/customer.ts';
import type { Input, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import { suggestedFields, toLogInput } from '../activity/log-fields.ts';
import type { CallError } from '../call.ts';
import { useSend } from '../use-send.ts';

type Created = Reply<typeof createCustomer>;

interface CreateAndLog {
  start: (input: Input<typeof createCustomer>, idempotencyKey: string) => void;
  isBusy: boolean;
  error: CallError | null;
  /** The customer exists already; only the mail is still to be logged. */
  isCreated: boolean;
}

interface CreateAndLogOptions {
  mail: Mail;
  /** False creates without logging. */
  logs: boolean;
  onCreated: () => void;
  onDone: (customerId: string, logged: Reply<typeof logActivity> | null) => void;
}

/** `onCreated` is told as soon as the customer exists, `onDone` when everything is stored. */
export function useCreateAndLog({ mail, logs, onCreated, onDone }: CreateAndLogOptions): CreateAndLog {
  const [created, setCreated] = useState<Created | null>(null);
  const log = useSend(logActivity, {
    onDone: (logged, input) => onDone(input.customerId, logged),
  });
  const preview = useSend(previewMail, {
    isStep: true,
    onDone: (read, { customerId }) =>
      log.send(toLogInput(suggestedFields(read), { mail, preview: read, customerId, contactId: null })),
  });
  const create = useSend(createCustomer, {
    isStep: logs,
    onDone: (made) => {
      setCreated(made);
      onCreated();
      if (logs) preview.send({ mail, customerId: made.customer.id });
      else onDone(made.customer.id, null);
    },
  });
  return {
    start: (input, idempotencyKey) => {
      if (created === null) create.send(input, { idempotencyKey });
      else preview.send({ mail, customerId: created.customer.id });
    },
    isBusy: create.isSending || preview.isSending || log.isSending,
    error: create.error ?? preview.error ?? log.error,
    isCreated: created !== null,
  };
}
