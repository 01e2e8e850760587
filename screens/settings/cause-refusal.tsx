// Why a cause could not be changed, with what stands in the way.
import type { CallError } from '../call.ts';
import { useCauseSettingsMessages } from '../messages/complaint-cause-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';

export function CauseRefusal({ error }: { error: CallError }) {
  const words = useCauseSettingsMessages();
  const current = typeof error.current === 'object' && error.current !== null ? error.current : {};
  const titles: Partial<Record<CallError['code'], string>> = {
    in_use: words.inUse,
    stale_version: words.stale,
    duplicate: words.there(String(Reflect.get(current, 'name') ?? '')),
  };
  return <ErrorNote error={error} title={titles[error.code] ?? words.failed} />;
}
