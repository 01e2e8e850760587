// Notices, for effects elsewhere (To Do, Teams) and for an undo that outlives its row. Drawn by toasts.tsx.
import { useFrame } from '../use-frame.ts';

export interface Notice {
  title: string;
  intent?: 'success' | 'info' | 'warning';
  action?: { label: string; onPress: () => void };
}

/** Answers the function that shows a notice for six seconds. */
export function useNotify(): (notice: Notice) => void {
  return useFrame().notify;
}
