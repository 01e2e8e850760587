// The list as a file.
import { exportList } from '#contract/list.ts';
import type { ListDefinition } from '#contract/list-filter.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { useFrame } from '../use-frame.ts';
import { FileButtons } from './file-buttons.tsx';

type ExportButtonsProps = { definition: ListDefinition; name: string };

export function ExportButtons({ definition, name }: ExportButtonsProps) {
  const { callFile, language } = useFrame();
  const { label } = useListMessages().list.export;
  if (callFile === null) return null;
  return (
    <FileButtons
      label={label}
      onFetch={(format) => callFile(exportList, { ...definition, format, language, name })}
    />
  );
}
