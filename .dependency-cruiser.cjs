// Who may import whom: the rooms of docs/architecture.md as rules. tests/house/rooms.test.ts breaks one on purpose.
const room = (name) => `^${name}/`;
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule(
      'no-circles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A circle has no beginning to read from.',
    ),
    rule(
      'contract-is-pure',
      { path: room('contract') },
      { pathNot: ['^contract/', 'node_modules/zod/'] },
      'contract imports zod and nothing else.',
    ),
    rule(
      'screens-know-no-host',
      { path: room('screens') },
      {
        path: [
          '^addin/',
          '^teams-app/',
          '^api/',
          '^demo/',
          '^manifest/',
          '^tests/',
          '@microsoft/teams-js',
          'office-js',
          '@azure/',
        ],
      },
      'Screens know no host.',
    ),
    rule(
      'addin-stays-addin',
      { path: room('addin') },
      { path: ['^api/', '^teams-app/', '^demo/', '^tests/'] },
      'The add-in reaches the server through the contract only.',
    ),
    rule(
      'outlook-is-not-excel',
      { path: '^addin/outlook/' },
      { path: '^addin/excel/' },
      'Each pane stands alone.',
    ),
    rule(
      'excel-is-not-outlook',
      { path: '^addin/excel/' },
      { path: '^addin/outlook/' },
      'Each pane stands alone.',
    ),
    rule(
      'tab-stays-tab',
      { path: '^teams-app/tab/' },
      { path: ['^api/', '^addin/(?!host/sign-in)', '^teams-app/(bot|cards)/', '^demo/', '^tests/'] },
      'The tab reaches the server through the contract only.',
    ),
    rule(
      'cards-are-pure',
      { path: '^teams-app/cards/' },
      { pathNot: ['^teams-app/cards/', '^contract/', 'node_modules/zod/'] },
      'A card is a record turned into JSON.',
    ),
    rule(
      'bot-gets-its-use-cases-handed-in',
      { path: '^teams-app/bot/' },
      { path: ['^api/', '^screens/', '^addin/', '^teams-app/tab/', '^demo/', '^tests/'] },
      'The bot knows no room of the API.',
    ),
    rule(
      'only-main-knows-demo-and-bot',
      { path: room('api'), pathNot: '^api/(main|compose-.*)\\.ts$' },
      { path: ['^demo/', '^teams-app/bot/'] },
      'api/main.ts joins the real things.',
    ),
    rule(
      'api-has-no-screens',
      { path: room('api') },
      { path: ['^screens/', '^addin/', '^teams-app/tab/', '^tests/', '^bench/'] },
      'The server draws nothing.',
    ),
    rule(
      'rooms-by-the-front-door',
      { path: '^api/([^/]+)/', pathNot: '^api/(http|db|jobs|rights|outside|commands)/' },
      { path: '^api/[^/]+/(store|routes|jobs|rules)\\.ts$', pathNot: ['^api/$1/'] },
      'Another room only by its front door.',
    ),
    rule(
      'jobs-alone-see-cards',
      { path: '^api/', pathNot: ['jobs\\.ts$', '^api/(main|compose-.*)\\.ts$'] },
      { path: '^teams-app/cards/' },
      'Cards are built where they are sent.',
    ),
    rule(
      'only-one-file-touches-teams-js',
      { path: '^(addin|teams-app|screens)/', pathNot: '^teams-app/tab/teams-host\\.ts$' },
      { path: 'node_modules/@microsoft/teams-js' },
      'teams-host.ts is the seam.',
    ),
    rule(
      'only-the-bot-touches-the-teams-sdk',
      { pathNot: '^(teams-app/bot/|tests/)' },
      { path: 'node_modules/@microsoft/teams\\.' },
      'bot.ts is the seam.',
    ),
    rule(
      'nobody-imports-tests',
      { pathNot: '^(tests|bench)/' },
      { path: '^(tests|bench)/' },
      'Tests are a leaf.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
