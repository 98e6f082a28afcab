/** What the server is doing, as far as the user is concerned. */
export interface Activity {
  readonly is: "starting" | "running" | "stopped";
  /** What keeps it from running, in words for the user; the log has the rest. */
  readonly trouble?: string;
}
