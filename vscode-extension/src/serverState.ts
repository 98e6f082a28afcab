/** The state of the language server as shown to the user. */
export interface ServerState {
  readonly status: "starting" | "running" | "stopped";
  /** Why the server cannot run; set only when it is stopped. */
  readonly failure?: ServerFailure;
}

/** A message for the user, and where to find the remedy or more details. */
export interface ServerFailure {
  readonly message: string;
  readonly remedy: "settings" | "output";
}
