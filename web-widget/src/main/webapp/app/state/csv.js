// Tables as text for a spreadsheet. Pure.

/** One cell: quoted, and never taken for a formula. */
export function cell(value) {
  const text = String(value ?? '').replace(/\r\n?|\n/g, ' ');
  const safe = /^[=+\-@\t\u3000\uff1d\uff0b\uff0d\uff20]/.test(text.trimStart()) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** With the mark that spreadsheets need to read UTF-8. */
export const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
