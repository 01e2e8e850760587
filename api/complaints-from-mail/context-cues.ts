// What the words around the matter can say: for a complaint in cues-for.ts, against one in cues-against.ts.

export const speaksFor = [
  'named',
  'demand',
  'anger',
  'repetition',
  'promise',
  'contrast',
  'threat',
  'blame',
  'discovery',
] as const;
export const speaksAgainst = [
  'solved',
  'praise',
  'ownFault',
  'commercial',
  'ordering',
  'asking',
  'bulk',
  'automatic',
  'otherRole',
  'elsewhere',
  'joke',
  'routine',
] as const;
export type Context = (typeof speaksFor)[number] | (typeof speaksAgainst)[number];
