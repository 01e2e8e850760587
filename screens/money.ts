// Reading an amount that a person typed.

/** Cents of "240", "240,50", "1.240,50" or "1,240.50"; null when it is no amount. */
export function parseEuro(text: string): number | null {
  const plain = text.replaceAll(/[\s€\u00a0]/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const euros = Number((match[1] ?? '').replaceAll(/[.,]/g, ''));
  return euros * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
