// Sends files after their entry was stored, one after the other; what was refused is handed back with its reason.
import { useQueryClient } from '@tanstack/react-query';
import { addAttachment } from '#contract/activity.ts';
import { CallError } from '../call.ts';
import { useFrame } from '../use-frame.ts';

export interface RefusedFile {
  file: File;
  error: CallError;
}

/** Answers the files that were not taken; the others hang on the entry. */
export function useSendFiles(): (activityId: string, files: readonly File[]) => Promise<RefusedFile[]> {
  const { call } = useFrame();
  const queries = useQueryClient();
  return async (activityId, files) => {
    const refused: RefusedFile[] = [];
    for (const file of files) {
      try {
        await call(addAttachment, { id: activityId, name: file.name.slice(-255) }, { file });
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        refused.push({ file, error });
      }
    }
    void queries.invalidateQueries();
    return refused;
  };
}
