// What a screen's surroundings can do. office-host.ts makes it real; tests and pages without a host bring their own.
import type { Mail } from '#contract/mail.ts';
import type { GetToken } from '#screens/call.ts';

export type Language = 'de' | 'en';
export type HostTheme = 'light' | 'dark' | 'contrast';

/** What lies beside the pane. `none`: no item selected; `appointment` and `compose` have screens of their own. */
export type HostItem =
  | { kind: 'mail'; mail: Mail }
  | {
      kind: 'appointment';
      subject: string;
      people: { name: string; address: string }[];
      startsAt: string | null;
      /** REST id; null while the appointment is being written. */
      appointmentId: string | null;
    }
  | { kind: 'compose'; people: { name: string; address: string }[]; subject: string }
  | { kind: 'none' };

export interface Host {
  readonly language: Language;
  readonly theme: HostTheme;
  /** Reads the selected item once into plain data; every Office status is checked, a failure is thrown. */
  readItem(): Promise<HostItem>;
  /** Calls back when another item (or none) is selected; returns the function that stops it. */
  onItemChanged(handle: () => void): () => void;
  onThemeChanged(handle: (theme: HostTheme) => void): () => void;
  /** Opens a reply draft with this text. */
  replyWith(html: string): Promise<void>;
  openUrl(url: string): void;
}

/** Who the page works as; made by createSignIn() in sign-in.ts. */
export interface SignIn {
  /** `silent` opens nothing and answers null when a person is needed; `interactive` follows a press on "Anmelden". */
  readonly getToken: GetToken;
  /** Forgets the token at hand, so that the next call fetches one anew. */
  reset(): void;
  /** Calls back when somebody else works here from now on (demo bar); returns the function that stops it. */
  onUserChanged(handle: () => void): () => void;
}
