// Two records of which no preview can be shown: somebody was faster, or one of them is not for this reader.
import type { CallError } from '../call.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { View } from '../ui/view.tsx';
import { RefusalNote } from './refusal-note.tsx';

type NoPreviewProps = { title: string; error: CallError; onReload: () => void; onClose: () => void };

export function NoPreview({ title, error, onReload, onClose }: NoPreviewProps) {
  const { merge: words } = useDuplicateMessages();
  return (
    <View title={title} onBack={onClose}>
      <RefusalNote error={error} title={words.noPreview} onReload={onReload} />
    </View>
  );
}
