/** The state of the language server as shown to the user. */
export interface ServerState {
  /** `off`: by the setting `framesage.enable`. */
  readonly status: "starting" | "running" | "stopped" | "off";
  /** Why the server cannot run; set only when it is stopped. */
  readonly failure?: ServerFailure;
}

/** A message for the user, and where to find the remedy or more details. */
export interface ServerFailure {
  readonly message: string;
  readonly remedy: Remedy;
}

/** Where a failure is remedied: by installing Python, in the settings, in the output, or by a restart. */
export type Remedy = "python" | "settings" | "output" | "restart";
