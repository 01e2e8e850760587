// Sends files to an entry, one after the other; what was refused is handed back with its reason.
import { useQueryClient } from '@tanstack/react-query';
import { addAttachment, type StoredAttachment } from '#contract/activity.ts';
import { CallError } from '../call.ts';
import { useFrame } from '../use-frame.ts';

export interface RefusedFile {
  file: File;
  error: CallError;
}
export interface SentFiles {
  stored: StoredAttachment[];
  refused: RefusedFile[];
}

/** Answers what hangs on the entry now, and the files that were not taken. */
export function useSendFiles(): (activityId: string, files: readonly File[]) => Promise<SentFiles> {
  const { call } = useFrame();
  const queries = useQueryClient();
  return async (activityId, files) => {
    const sent: SentFiles = { stored: [], refused: [] };
    for (const file of files) {
      try {
        sent.stored.push(
          await call(addAttachment, { id: activityId, name: file.name.slice(-255) }, { file }),
        );
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        sent.refused.push({ file, error });
      }
    }
    void queries.invalidateQueries();
    return sent;
  };
}
