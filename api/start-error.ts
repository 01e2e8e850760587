// Why a command cannot begin, as a sentence for whoever started it: in German and below it in English, whatever the machine speaks.

/** Shown without a stack by every command. */
export class StartError extends Error {
  override readonly name: string = 'StartError';

  constructor(sentence: { readonly de: string; readonly en: string }) {
    super(`${sentence.de}\n${sentence.en}`);
  }
}
