// Which attachments of a mail are worth keeping, and which are never stored. Pure.
import type { MailPreview } from '#contract/activity.ts';
import type { MailAttachment } from '#contract/mail.ts';

type Note = MailPreview['attachments'][number]['note'];

/** What Outlook itself refuses to open; stored by us it would be one click away again. */
const refusedTypes = new Set(
  'ade adp app appx bat chm cmd com cpl dll exe gadget hta inf ins iso isp jar js jse lnk mht mhtml msc msi msp mst pif ps1 ps1xml ps2 psc1 reg scf scr sct shb sys url vb vbe vbs vhd vxd ws wsc wsf wsh xll'.split(
    ' ',
  ),
);
export const largestBytes = 25 * 1024 * 1024;
const largestSignaturePicture = 60 * 1024;
/** The names Outlook gives to pictures inside the text. */
const pastedName = /^(image|bild|grafik|logo|outlook-)[\w-]{0,40}\.(png|gif|jpe?g|bmp)$/i;

/** Why an attachment should not be kept; null when nothing speaks against it. */
export function judgeAttachment(attachment: Omit<MailAttachment, 'id'>): Note {
  if (isRefusedType(extensionOf(attachment.name))) return 'refused_type';
  if (attachment.sizeBytes > largestBytes) return 'too_large';
  return isSignaturePicture(attachment) ? 'signature_picture' : null;
}

/** Whether files of this extension are never stored, whatever is in them. */
export function isRefusedType(extension: string): boolean {
  return refusedTypes.has(extension);
}

/** The last extension as the system would run it: hidden marks, trailing dots and blanks do not disguise it. */
export function extensionOf(name: string): string {
  const plain = name.replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\0]/g, '').replace(/[\s.]+$/, '');
  return plain.includes('.') ? plain.slice(plain.lastIndexOf('.') + 1).toLowerCase() : '';
}

function isSignaturePicture(attachment: Omit<MailAttachment, 'id'>): boolean {
  const isSmallPicture =
    attachment.contentType.toLowerCase().startsWith('image/') &&
    attachment.sizeBytes <= largestSignaturePicture;
  return isSmallPicture && (attachment.isInline || pastedName.test(attachment.name));
}
