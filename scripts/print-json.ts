const WIDTH = 110;

/**
 * Prints plain data as JSON the way the project's formatter does: objects on several lines, a list of single values
 * on one line where it fits.
 */
export function printJson(value: unknown): string {
  return `${print(value, '', 0)}\n`;
}

/** @param before how many characters stand on the line already */
function print(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const inline = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    const simple = value.every((one) => typeof one !== 'object' || one === null);
    if (value.length === 0 || (simple && before + inline.length + 1 <= WIDTH)) return inline;
    return `[\n${value.map((one) => deeper + print(one, deeper, deeper.length)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, one]) => {
    const lead = `${deeper}${JSON.stringify(key)}: `;
    return lead + print(one, deeper, lead.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
