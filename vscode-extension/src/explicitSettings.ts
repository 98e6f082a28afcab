/** Settings by key, without those that have only a default value. */
export type ExplicitSettings = Record<string, unknown>;

/** The values of one setting by scope, as `WorkspaceConfiguration.inspect` returns them. */
export interface SettingScopes {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** Return the effective value of each key that is set in some scope. */
export function pickExplicit(
  keys: readonly string[],
  inspect: (key: string) => SettingScopes | undefined,
  get: (key: string) => unknown,
): ExplicitSettings {
  const explicitKeys = keys.filter((key) => isSet(inspect(key)));
  return Object.fromEntries(explicitKeys.map((key) => [key, get(key)]));
}

function isSet(scopes: SettingScopes | undefined): boolean {
  const values = [scopes?.globalValue, scopes?.workspaceValue, scopes?.workspaceFolderValue];
  return values.some((value) => value !== undefined);
}
