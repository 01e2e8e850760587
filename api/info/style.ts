// How the information pages look: the colours of Fluent's light and dark theme, written out because these pages run no
// script. tests/api/info-pages.test.ts holds them against the tokens of the package.

/** Fluent token → its value in the light and in the dark theme. */
export const infoColours = {
  colorNeutralBackground1: ['#ffffff', '#292929'],
  colorNeutralBackground2: ['#fafafa', '#1f1f1f'],
  colorNeutralForeground1: ['#242424', '#ffffff'],
  colorNeutralForeground3: ['#616161', '#adadad'],
  colorNeutralStroke2: ['#e0e0e0', '#525252'],
  colorBrandForegroundLink: ['#115ea3', '#479ef5'],
  colorBrandBackground: ['#0f6cbd', '#115ea3'],
  colorNeutralStrokeAccessible: ['#616161', '#adadad'],
} as const;

const inTheme = (index: 0 | 1) =>
  Object.entries(infoColours)
    .map(([token, values]) => `--${token}: ${values[index]};`)
    .join(' ');

export const infoStyle = `
      :root { color-scheme: light dark; ${inTheme(0)} }
      @media (prefers-color-scheme: dark) { :root { ${inTheme(1)} } }
      * { box-sizing: border-box; }
      body {
        margin: 0;
        background: var(--colorNeutralBackground1);
        color: var(--colorNeutralForeground1);
        font: 14px/20px 'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif;
        hyphens: auto;
      }
      header {
        display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 6px 16px;
        background: var(--colorNeutralBackground2); border-bottom: 1px solid var(--colorNeutralStroke2);
      }
      nav { display: flex; flex-wrap: wrap; gap: 0 16px; }
      header a { padding: 2px 0; }
      .end { display: flex; gap: 16px; margin-left: auto; }
      a { color: var(--colorBrandForegroundLink); text-decoration: none; }
      a:hover, a[aria-current] { text-decoration: underline; }
      a[aria-current] { color: inherit; font-weight: 600; }
      a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
      main { max-width: 720px; margin: 0 auto; padding: 24px 16px 48px; }
      h1 { margin: 0 0 12px; font-size: 28px; line-height: 36px; font-weight: 600; overflow-wrap: anywhere; }
      @media (max-width: 480px) { h1 { font-size: 24px; line-height: 32px; } }
      h2 { margin: 24px 0 8px; font-size: 16px; line-height: 22px; font-weight: 600; }
      p { margin: 0; }
      p + table { margin-top: 8px; }
      ol, ul { margin: 0; padding-left: 20px; }
      li + li { margin-top: 8px; }
      table { width: 100%; border-collapse: collapse; }
      th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--colorNeutralStroke2); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      th { width: 40%; font-weight: 600; hyphens: none; }
      thead th { font-size: 12px; line-height: 16px; font-weight: 400; color: var(--colorNeutralForeground3); }
      @media (max-width: 480px) { .end { margin-left: 0; } }
    `;
