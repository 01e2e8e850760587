// Whether a source may be kept: its address, its sign-in, what this server can do with it.
import type { ImportSource } from '#contract/import.ts';
import type { Deps } from '#api/deps.ts';
import type { FieldProblem } from '#api/errors.ts';
import { checkAddress } from './endpoint/guard.ts';
import { folderPath } from './files/disk.ts';
import { SourceError } from './files/source.ts';

interface Checkable {
  readonly place: ImportSource['place'];
  readonly location: string | null;
  readonly authKind: string;
  readonly authName: string | null;
  readonly secret: string | null;
  readonly runAt: string | null;
}

/** What is wrong with a source, field by field. */
export function problemsOf(deps: Deps, source: Checkable, isSecretKept = false): FieldProblem[] {
  return [
    ...placeProblems(deps, source),
    ...authProblems(source),
    ...secretProblems(deps, source.secret, isSecretKept),
  ];
}

function when(isWrong: boolean, path: string, problem: string): FieldProblem[] {
  return isWrong ? [{ path, problem }] : [];
}

function placeProblems(deps: Deps, { place, location, runAt }: Checkable): FieldProblem[] {
  return [
    ...when(place !== 'upload' && location === null, 'location', 'required'),
    ...when(location !== null && !isReachable(deps, place, location), 'location', 'not_allowed'),
    ...when(place === 'upload' && runAt !== null, 'runAt', 'not_allowed'),
  ];
}

function authProblems({ authKind, authName, secret }: Checkable): FieldProblem[] {
  const isBadHeader = authKind === 'api_key' && authName !== null && !/^[A-Za-z0-9-]{1,60}$/.test(authName);
  return [
    ...when(authKind !== 'none' && secret === null, 'secret', 'required'),
    ...when(authKind === 'basic' && authName === null, 'authName', 'required'),
    ...when(isBadHeader, 'authName', 'wrong_format'),
  ];
}

function secretProblems(deps: Deps, secret: string | null, isKept: boolean): FieldProblem[] {
  if (secret === null) return [];
  return [
    ...when(/[\r\n\0]/.test(secret), 'secret', 'wrong_format'),
    ...when(!isKept && deps.config.imports.secretKey === null, 'secret', 'no_secret_key'),
  ];
}

function isReachable(deps: Deps, place: ImportSource['place'], location: string): boolean {
  try {
    if (place === 'endpoint') checkAddress(location, deps.config.imports.hosts);
    if (place === 'folder') folderPath(deps.config, location);
    return true;
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}
