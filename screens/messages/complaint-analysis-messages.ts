// The sentences of the analysis of complaints, downloaded with that place only.
import { useFrame } from '../use-frame.ts';
import { complaintAnalysis } from './de/complaint-analysis.ts';
import { complaintAnalysis as complaintAnalysisEn } from './en/complaint-analysis.ts';
import type { Language } from './use-messages.ts';

export type AnalysisMessages = typeof complaintAnalysis;
const catalogues: Record<Language, AnalysisMessages> = { de: complaintAnalysis, en: complaintAnalysisEn };

/** The words of the analysis in the reader's language. */
export function useAnalysisMessages(): AnalysisMessages {
  return catalogues[useFrame().language];
}
