/** A page of the dialogue: a quick pick whose rows and buttons stand for replies. */
export interface Page<T> {
  readonly title: string;
  readonly placeholder: string;
  /** The reply that is preselected; the first one by default. */
  readonly active?: T;
  readonly rows: readonly Row<T>[];
  readonly buttons: readonly { readonly kind: "back" | "why"; readonly value: T }[];
}

/** A row that stands for a reply, or that is only to be read if it has no `value`. */
export interface Row<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value?: T;
  readonly isHeading?: true;
}

const WIDTH = 76; // characters that fit into a row of a quick pick

export function heading(label: string): Row<never> {
  return { label, isHeading: true };
}

/** Return rows to read that together contain a text, which a single row would cut off. */
export function textRows(text: string): Row<never>[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((label) => ({ label }));
}
