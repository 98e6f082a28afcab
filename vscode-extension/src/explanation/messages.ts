/** The messages between the page and the extension; `docs/how-to/report.md` describes them. */

/** A position in a file. Lines and UTF-16 columns are 0-based. */
export interface PageLocation {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** A click on a fix of a finding at a location. */
export interface FixRequest extends PageLocation {
  readonly title: string;
}

/** What the page asks for. `ready` comes whenever it has been loaded, so also after it was hidden. */
export type PageRequest =
  | { readonly command: "ready" | "ask" }
  | ({ readonly command: "open" } & PageLocation)
  | ({ readonly command: "fix" } & FixRequest);

/** What the page is told. */
export type PageMessage =
  | { readonly command: "document"; readonly uri: string }
  | { readonly command: "update"; readonly html: string }
  | { readonly command: "notice"; readonly text: string }
  | { readonly command: "reveal"; readonly rule: string };

export function isPageRequest(message: unknown): message is PageRequest {
  if (typeof message !== "object" || message === null) return false;
  const fields = message as Partial<Record<keyof FixRequest | "command", unknown>>;
  switch (fields.command) {
    case "ready":
    case "ask":
      return true;
    case "open":
      return hasLocation(fields);
    case "fix":
      return hasLocation(fields) && typeof fields.title === "string";
    default:
      return false;
  }
}

/** Return the title of the tab of a page. */
export function pageTitle({ title }: { readonly title: string }): string {
  return `Framesage: ${title}`;
}

/** Return the URI of the document in the state of a page, which VS Code has kept over a reload. */
export function documentInState(state: unknown): string | undefined {
  const uri = typeof state === "object" && state !== null && "uri" in state ? state.uri : undefined;
  return typeof uri === "string" ? uri : undefined;
}

function hasLocation({ uri, line, character }: Partial<Record<keyof PageLocation, unknown>>): boolean {
  return typeof uri === "string" && isIndex(line) && isIndex(character);
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
