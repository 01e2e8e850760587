// The rows that could not be taken as a CSV file for Excel: the reason in front, the row as it stood behind it.

/** One CSV line for Excel; a cell that begins like a formula is written as text. */
export function toCsv(cells: readonly string[]): string {
  return cells
    .map((cell) => `"${(/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`)
    .join(';');
}

/** The whole file, with the mark by which Excel knows UTF-8. */
export function toCsvFile(header: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${[header, ...rows].map(toCsv).join('\r\n')}\r\n`, 'utf8');
}
