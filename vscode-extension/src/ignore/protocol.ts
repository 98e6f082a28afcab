import type { Position, Range } from "vscode-languageclient/node";

/**
 * The command that ignores a finding with a reason. The client announces it in its capabilities, so that
 * the server can use it in code actions.
 */
export const IGNORE_COMMAND = "framesage.ignore";

/** Commands of the server. Both take a scope and a reason; one writes it. */
export const CHECK_REASON = "framesage.checkReason";
export const WRITE_IGNORE = "framesage.writeIgnore";

/** Where an ignore can be written: `line`, `project`, or `reason` for one that only lacks a reason. */
export interface Scope {
  readonly scope: string;
  /** The name of the file. */
  readonly file: string;
}

/** A finding that can be ignored. */
export interface Ignore {
  readonly rule: string;
  readonly position: Position;
  readonly scopes: readonly Scope[];
}

/** The argument of the command: the document of the findings, and which of them can be ignored. */
export interface IgnoreRequest {
  readonly uri: string;
  readonly ignores: readonly Ignore[];
}

export interface IgnoreResult {
  readonly applied: boolean;
  /** What could not be written, to be pasted by the user. */
  readonly text: string;
  readonly message: string;
  /** Where the reason was written. */
  readonly uri?: string;
  readonly range?: Range;
}

export function isIgnoreRequest(argument: unknown): argument is IgnoreRequest {
  if (typeof argument !== "object" || argument === null) return false;
  const { uri, ignores } = argument as Record<keyof IgnoreRequest, unknown>;
  return typeof uri === "string" && Array.isArray(ignores) && ignores.length > 0;
}
