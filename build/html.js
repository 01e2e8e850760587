// The HTML shell of every page. `%OFFICE_JS%` is filled in by the server (api/http/pages.ts): Microsoft's CDN in
// production, the npm package in the demo. The text in the root stays until the page draws, so nothing is ever blank.
const office = '%OFFICE_JS%';
/** The page fills its frame, and nothing flashes white before the dark theme is drawn. */
const style = `<style>
      html { color-scheme: light dark; }
      html, body, #root { height: 100%; margin: 0; }
      #root > p, noscript > p { margin: 0; padding: 16px; font: 14px/20px 'Segoe UI', system-ui, sans-serif; }
    </style>`;

/** Builds the template function that html-webpack-plugin calls for one page. */
export function shellOf({ title, usesOffice = false }) {
  return ({ htmlWebpackPlugin }) => `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    ${style}
    ${usesOffice ? office : ''}
    ${htmlWebpackPlugin.tags.headTags.join('\n    ')}
  </head>
  <body>
    <div id="root"><p>${title} wird geladen …</p></div>
    <noscript><p>Diese Seite braucht JavaScript. Bitte schalten Sie es im Browser ein.</p></noscript>
    ${htmlWebpackPlugin.tags.bodyTags.join('\n    ')}
  </body>
</html>
`;
}
