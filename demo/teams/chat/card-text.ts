// The few marks of text that Teams shows in cards and messages: bold, italic, line breaks. Everything else stays text.

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text with **bold** and _italic_ as HTML; whatever looks like HTML in it is shown, never run. */
export function toSafeHtml(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (mark) => escapes[mark] ?? '')
    .replaceAll(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(^|[\s(])_([^_\n]+)_(?=[\s).,;:!?]|$)/g, '$1<em>$2</em>')
    .replaceAll('\n', '<br>');
}
