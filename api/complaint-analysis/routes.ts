// Endpoints of the analysis of complaints.
import {
  exportComplaintAnalysis,
  getComplaintAnalysis,
  getComplaintAnalysisSettings,
  getComplaintBreakdown,
  listAnalysedComplaints,
  updateComplaintAnalysisSettings,
} from '#contract/complaint-analysis.ts';
import type { Serve } from '#api/http/serve.ts';
import * as analysis from './complaint-analysis.ts';
import { exportFile } from './export.ts';
import * as settings from './settings.ts';

/** Registers the room's endpoints. */
export function complaintAnalysisRoutes(serve: Serve): void {
  serve(getComplaintAnalysis, (input, { deps, user }) => analysis.analyse(deps, user, input));
  serve(getComplaintBreakdown, (input, { deps, user }) => analysis.breakDown(deps, user, input));
  serve(listAnalysedComplaints, (input, { deps, user }) => analysis.listBehind(deps, user, input));
  serve.file(exportComplaintAnalysis, (input, { deps, user }) => exportFile(deps, user, input));
  serve(getComplaintAnalysisSettings, (_input, { deps, user }) => settings.get(deps, user));
  serve(updateComplaintAnalysisSettings, (input, { deps, user, ifMatch }) =>
    settings.update(deps, user, input, ifMatch ?? 0),
  );
}
