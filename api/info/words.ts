// The shape of the three pages that the manifests name: help, privacy and terms of use.
export const infoPageNames = ['hilfe', 'datenschutz', 'nutzung'] as const;
export type InfoPageName = (typeof infoPageNames)[number];

/** A heading and what stands below it; every part may be missing. */
export interface InfoSection {
  readonly heading: string;
  readonly text?: string;
  readonly steps?: readonly string[];
  readonly points?: readonly string[];
  /** A table of two columns with its heads. */
  readonly pairs?: {
    readonly heads: readonly [string, string];
    readonly rows: readonly (readonly [string, string])[];
  };
}

export interface InfoPage {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly InfoSection[];
  /** Stands at the end when the server runs the demo. */
  readonly demo: InfoSection;
}

export interface InfoWords {
  readonly product: string;
  readonly navigation: string;
  readonly otherLanguage: string;
  readonly toDemo: string;
  readonly pages: Record<InfoPageName, InfoPage>;
}
