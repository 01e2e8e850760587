// Writes docs/permissions.md from the table in api/rights/permissions.ts; tests/build/permissions.test.ts holds them together.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Endpoint } from '#contract/endpoint.ts';
import { roles } from '#contract/user.ts';
import { rolesAllowed } from '#api/rights/permissions.ts';

const contract = new URL('../contract/', import.meta.url);
export const permissionsPath = fileURLToPath(new URL('../docs/permissions.md', import.meta.url));

const head = `# Who may do what

Written by \`npm run permissions\` from \`api/rights/permissions.ts\`; do not edit. An x means that the role may call the endpoint at all. **Which records** it then concerns is said here:

| role | sees |
|---|---|
| sales | customers they own and those of their territories (or, where the organisation says so, all) |
| manager | all customers of the organisation |
| admin | all customers, and the settings |
| partner | only customers shared with them, without revenue, rating, terms and open items; of the history only entries for "all" |

Entries of the history for "me" are read by who wrote them and by nobody else, also not by managers and administrators, and not through "view as". What somebody may not see answers exactly like what does not exist (404). "View as" (header \`X-View-As\`) is for administrators: reading only, noted in the audit, never more than the person sees. Row-level security of the database lets no transaction see another organisation, whatever a query says.

| endpoint | ${roles.join(' | ')} | what it does |
|---|${roles.map(() => ':-:').join('|')}|---|
`;

/** The whole file, formatted as the repository wants it. */
export async function buildPermissions(): Promise<string> {
  const endpoints = (await listEndpoints()).filter((endpoint) => !endpoint.open);
  const sorted = endpoints.sort((one, other) =>
    one.path === other.path ? one.method.localeCompare(other.method) : one.path.localeCompare(other.path),
  );
  const rows = sorted.map((endpoint) => {
    const allowed = rolesAllowed[endpoint.name] ?? [];
    const cells = roles.map((role) => (allowed.includes(role) ? 'x' : '–'));
    return `| \`${endpoint.method} ${endpoint.path}\` | ${cells.join(' | ')} | ${endpoint.summary} |`;
  });
  const options = await resolveConfig(permissionsPath);
  return format(`${head}${rows.join('\n')}\n`, { ...options, parser: 'markdown' });
}

async function listEndpoints(): Promise<Endpoint[]> {
  const endpoints: Endpoint[] = [];
  for (const file of readdirSync(contract).sort()) {
    const module = (await import(new URL(file, contract).href)) as Record<string, unknown>;
    endpoints.push(...Object.values(module).filter(isEndpoint));
  }
  return endpoints;
}

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(permissionsPath, await buildPermissions());
}
