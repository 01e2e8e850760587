// Endpoints of duplicates and merges → use-cases.
import {
  dismissDuplicate,
  findSimilarContacts,
  findSimilarCustomers,
  listDuplicateContacts,
  listDuplicates,
  listTwins,
} from '#contract/duplicate.ts';
import {
  followMergedCustomer,
  listMerges,
  mergeContacts,
  mergeCustomers,
  previewContactMerge,
  previewMerge,
  undoMerge,
} from '#contract/merge.ts';
import type { Serve } from '#api/http/serve.ts';
import { listContactPairs, mergeTwoContacts, previewContacts } from './contact-merge.ts';
import * as duplicates from './duplicates.ts';
import { follow, list as listMergesOf } from './merge-record.ts';
import { preview } from './merge-preview.ts';
import { merge } from './merge.ts';
import { findSimilar, findSimilarPeople } from './similar.ts';
import { listTwinsOf } from './twins.ts';
import { undo } from './undo-merge.ts';

/** Registers the endpoints of this room. */
export function duplicateRoutes(serve: Serve): void {
  serve(findSimilarCustomers, (input, { deps, user }) => findSimilar(deps, user, input));
  serve(findSimilarContacts, (input, { deps, user }) => findSimilarPeople(deps, user, input));
  serve(listDuplicateContacts, (input, { deps, user }) => listContactPairs(deps, user, input));
  serve(listDuplicates, (input, { deps, user }) => duplicates.list(deps, user, input));
  serve(listTwins, (input, { deps, user }) => listTwinsOf(deps, user, input));
  serve(dismissDuplicate, (input, { deps, user }) => duplicates.dismiss(deps, user, input));
  serve(previewMerge, (input, { deps, user }) => preview(deps, user, input));
  serve(mergeCustomers, (input, { deps, user }) => merge(deps, user, input));
  serve(previewContactMerge, (input, { deps, user }) => previewContacts(deps, user, input));
  serve(mergeContacts, (input, { deps, user }) => mergeTwoContacts(deps, user, input));
  serve(listMerges, (input, { deps, user }) => listMergesOf(deps, user, input));
  serve(followMergedCustomer, (input, { deps, user }) => follow(deps, user, input));
  serve(undoMerge, (input, { deps, user }) => undo(deps, user, input));
}
