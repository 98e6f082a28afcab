/** What the server is doing, as far as the user is concerned. */
export interface ServerState {
  readonly is: "starting" | "running" | "stopped";
  /** What keeps it from running, if it is that. */
  readonly trouble?: ServerFailure;
}

/** Why the server does not run, in words for the user, and where more about it or a remedy is. */
export interface ServerFailure {
  readonly message: string;
  readonly lookIn: "settings" | "output";
}
