import * as vscode from "vscode";
import type { ClientEvents } from "./createClient";
import { withTimeout } from "./python/timeout";
import type { ServerState } from "./serverState";

const FIRST_FINDINGS_MS = 5000;

/** The state of the server and its events, as other parts of the extension observe them. */
export abstract class ServerStatus implements vscode.Disposable {
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  protected readonly events = {
    diagnosticsPulled: new vscode.EventEmitter<void>(),
    reportChanged: new vscode.EventEmitter<string>(),
  } satisfies ClientEvents;
  #state: ServerState = { status: "stopped" };

  readonly onDidChangeState = this.#stateChanged.event;

  /** Fires after VS Code has pulled diagnostics: other data on the project may have changed as well. */
  readonly onDidPullDiagnostics = this.events.diagnosticsPulled.event;

  /** Fires with the URI of a project's folder when the last report on it is out of date. */
  readonly onDidChangeReport = this.events.reportChanged.event;

  get state(): ServerState {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#state.status === "running";
  }

  /** Wait until findings have been shown, but not for long: perhaps no open file has any. */
  async firstFindings(): Promise<void> {
    const shown = (): Promise<void> => new Promise((resolve) => { this.onDidPullDiagnostics(resolve); });
    await withTimeout(shown, FIRST_FINDINGS_MS);
  }

  dispose(): void {
    vscode.Disposable.from(this.#stateChanged, ...Object.values(this.events)).dispose();
  }

  protected setState(state: ServerState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
