/** What the server is doing, as far as the user is concerned. */
export type Activity = "starting" | "running" | "stopped";
