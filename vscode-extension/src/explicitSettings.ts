/** Settings by key, only those that someone made. */
export type ExplicitSettings = Record<string, unknown>;

/** What VS Code tells about one setting: its value at each level, absent where it was not set there. */
export interface SettingScopes {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** Return the value of every key that is set at some level; the rest is left to the project. */
export function pickExplicit(
  keys: readonly string[],
  levels: (key: string) => SettingScopes | undefined,
  value: (key: string) => unknown,
): ExplicitSettings {
  const set = keys.filter((key) => isSet(levels(key)));
  return Object.fromEntries(set.map((key) => [key, value(key)]));
}

function isSet(levels: SettingScopes | undefined): boolean {
  const values = [levels?.globalValue, levels?.workspaceValue, levels?.workspaceFolderValue];
  return values.some((value) => value !== undefined);
}
