// The few Adaptive Card 1.5 elements that our cards are made of.

export type Json = Readonly<Record<string, unknown>>;

/** A wrapped line of text. */
export function text(line: string, more: Json = {}): Json {
  return { type: 'TextBlock', text: line, wrap: true, ...more };
}

/** Two columns: the first takes the room, the second what it needs. */
export function headLine(left: Json, right: Json): Json {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items: [left] },
      { type: 'Column', width: 'auto', items: [right] },
    ],
  };
}

/** A coloured band with a strong line and a smaller one. */
export function banner(
  style: 'attention' | 'good' | 'warning' | 'accent' | 'emphasis',
  lines: readonly string[],
): Json {
  const [first = '', ...rest] = lines.filter((line) => line !== '');
  return {
    type: 'Container',
    style,
    bleed: true,
    spacing: 'Medium',
    items: [
      text(first, { weight: 'Bolder' }),
      ...rest.map((line) => text(line, { spacing: 'None', size: 'Small' })),
    ],
  };
}

/** Names and values; a fact without a value is left out. */
export function facts(rows: readonly (readonly [string, string | null])[]): Json {
  const filled = rows.filter(([, value]) => value !== null && value !== '');
  return { type: 'FactSet', spacing: 'Medium', facts: filled.map(([title, value]) => ({ title, value })) };
}

/** At most two buttons side by side, so that a phone cuts none. */
export function buttonRows(buttons: readonly Json[]): Json[] {
  const rows: Json[] = [];
  for (let at = 0; at < buttons.length; at += 2) {
    const spacing = at === 0 ? 'Medium' : 'Default';
    rows.push({ type: 'ActionSet', spacing, actions: buttons.slice(at, at + 2) });
  }
  return rows;
}

export function execute(title: string, verb: string, data: Json, more: Json = {}): Json {
  return { type: 'Action.Execute', title, verb, data, ...more };
}

export function openUrl(title: string, url: string): Json {
  return { type: 'Action.OpenUrl', title, url };
}

/** A button that unfolds inputs with one button of their own. */
export function unfold(title: string, body: readonly Json[], button: Json): Json {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions: [button] } };
}
