import * as vscode from "vscode";
import type { Server } from "./server";

const PROGRESS: vscode.ProgressOptions = { location: vscode.ProgressLocation.Notification, title: "Framesage is starting" };

/** Wait for a server that is starting, with a notification; return whether it is running. */
export async function waitForServer(server: Server): Promise<boolean> {
  return server.isRunning || vscode.window.withProgress(PROGRESS, () => server.whenStarted());
}
