// The first rows as the import will read them; wide tables scroll in their own frame, never the page.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ImportField } from '#contract/import.ts';
import type { ImportPreview } from '#contract/import-preview.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { useFrame } from '../use-frame.ts';
import { fieldLabel } from './run-words.ts';

type PreviewTableProps = { rows: ImportPreview['rows']; fields: readonly ImportField[] };

export function PreviewTable({ rows, fields }: PreviewTableProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const { language } = useFrame();
  const shown = fields.filter((field) => rows.some((row) => field.name in row.values));
  return (
    // A frame that scrolls must be reachable by keyboard.
    <div className={styles.frame} role="region" aria-label={words.map.preview} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {words.map.line}
            </th>
            {shown.map((field) => (
              <th key={field.name} scope="col" className={styles.cell}>
                {fieldLabel(field, words, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className={styles.cell}>{row.line}</td>
              {shown.map((field) => (
                <td key={field.name} className={styles.cell}>
                  {showValue(field, row.values[field.name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Amounts come in cents; they are shown as they are written, in euro. */
function showValue(field: ImportField, value: string | undefined): string {
  if (value === undefined) return '';
  return field.type === 'cents' ? (Number(value) / 100).toFixed(2).replace('.', ',') : value;
}

const useStyles = makeStyles({
  frame: { overflowX: 'auto', maxWidth: '100%' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    maxWidth: '260px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});
