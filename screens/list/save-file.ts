// Hands a file that was fetched to the browser's own download.
import type { ReceivedFile } from '../call.ts';

export function saveFile({ name, content }: ReceivedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers start reading it late
}
