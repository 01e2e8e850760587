// Postcode prefixes as people read and type them. Pure.

/** ['70', '71', '72', '8012'] → '70-72, 8012'. */
export function prefixText(prefixes: readonly string[]): string {
  const parts: string[] = [];
  let run: string[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return;
    parts.push(run.length < 3 ? run.join(', ') : `${first}-${last.replace(/^[A-Z]{2}-/, '')}`);
    run = [];
  };
  for (const prefix of [...prefixes].sort()) {
    const before = run.at(-1);
    if (before !== undefined && !follows(before, prefix)) close();
    run.push(prefix);
  }
  close();
  return parts.join(', ');
}

/** '70-72, 8012; AT-50' → its parts; the server reads them. */
export function prefixParts(text: string): string[] {
  return text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether the second is the next number of the same length in the same country. */
function follows(one: string, next: string): boolean {
  const [country, digits] = partsOf(one);
  const [nextCountry, nextDigits] = partsOf(next);
  const isNumber = /^\d+$/.test(digits) && /^\d+$/.test(nextDigits);
  const isNext = Number(nextDigits) === Number(digits) + 1;
  return isNumber && isNext && country === nextCountry && digits.length === nextDigits.length;
}

function partsOf(prefix: string): [string, string] {
  const [, country = '', digits = ''] = /^(?:([A-Z]{2})-)?(.*)$/.exec(prefix) ?? [];
  return [country, digits];
}
