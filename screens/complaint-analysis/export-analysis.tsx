// The complaints behind the figures as a file.
import { exportComplaintAnalysis } from '#contract/complaint-analysis.ts';
import type { Input } from '#contract/endpoint.ts';
import { FileButtons } from '../list/file-buttons.tsx';
import { useAnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { useFrame } from '../use-frame.ts';

type ExportAnalysisProps = {
  asked: Omit<Input<typeof exportComplaintAnalysis>, 'format' | 'language'>;
};

export function ExportAnalysis({ asked }: ExportAnalysisProps) {
  const { callFile, language } = useFrame();
  const words = useAnalysisMessages();
  if (callFile === null) return null;
  return (
    <FileButtons
      label={words.exportLabel}
      onFetch={(format) => callFile(exportComplaintAnalysis, { ...asked, format, language })}
    />
  );
}
