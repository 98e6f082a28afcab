/** Settings by key of `[tool.framesage]`, without those that have only a default value. */
export type ExplicitSettings = Record<string, unknown>;

/** The values of one setting by scope, as `WorkspaceConfiguration.inspect` returns them. */
export interface SettingScopes {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** Settings that keep a folder without advice, whatever its files are. */
export const NOTHING: ExplicitSettings = { exclude: ["*"] };

/** Return the effective value of each setting that is set in some scope. */
export function pickExplicit(
  names: readonly string[],
  inspect: (name: string) => SettingScopes | undefined,
  get: (name: string) => unknown,
): ExplicitSettings {
  const explicitNames = names.filter((name) => isSet(inspect(name)));
  return Object.fromEntries(explicitNames.map((name) => [serverKey(name), get(name)]));
}

/** Return the key of `[tool.framesage]` for a setting: `rule-paths` for `rulePaths`. */
export function serverKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function isSet(scopes: SettingScopes | undefined): boolean {
  const values = [scopes?.globalValue, scopes?.workspaceValue, scopes?.workspaceFolderValue];
  return values.some((value) => value !== undefined);
}
