import * as vscode from "vscode";
import type { FramesageClient } from "./client";
import { FOCUS_NOTIFICATION, type ProjectRequestParams } from "./protocol";
import type { ServerCommand, ServerCommandResult } from "./python/serverCommand";
import type { ServerState } from "./serverState";

const STOPPED: ServerState = { status: "stopped" };

/**
 * Manages the life cycle of the language server. Operations are queued and run one at a time, because
 * a client that is stopped while it is starting fails unpredictably. Pending starts are merged into
 * one, which reads the settings when its turn comes.
 */
export class Server implements vscode.Disposable {
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #events = { diagnosticsPulled: new vscode.EventEmitter<void>(), reportChanged: new vscode.EventEmitter<string>() };
  readonly #log: vscode.LogOutputChannel;
  readonly #resolveCommand: () => Promise<ServerCommandResult>;
  #state = STOPPED;
  #client: FramesageClient | undefined;
  #program: string | undefined;
  #queue: Promise<void> = Promise.resolve();
  #pendingStart: Promise<void> | undefined;
  #forceRestart = false;

  readonly onDidChangeState = this.#stateChanged.event;
  /** Fires after VS Code has pulled diagnostics: other data on the project may have changed as well. */
  readonly onDidPullDiagnostics = this.#events.diagnosticsPulled.event;
  /** Fires with the URI of a project's folder when the last report on it is out of date. */
  readonly onDidChangeReport = this.#events.reportChanged.event;

  constructor(log: vscode.LogOutputChannel, resolveCommand: () => Promise<ServerCommandResult>) {
    this.#log = log;
    this.#resolveCommand = resolveCommand;
  }

  get state(): ServerState {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#state.status === "running";
  }

  /** Start the server, or restart it if another interpreter is to be used; otherwise do nothing. */
  start(): Promise<void> {
    this.#pendingStart ??= this.#enqueue(async () => {
      const force = this.#forceRestart;
      this.#pendingStart = undefined;
      this.#forceRestart = false;
      const [result, library] = await Promise.all([this.#resolveCommand(), import("./createClient")]);
      if (!force && this.isRunning && result.command?.program === this.#program) return;
      await this.#stop();
      if (!result.command) {
        this.#setState(result.state);
        return;
      }
      this.#log.info(`starting ${result.command.program} ${result.command.args.join(" ")}`);
      await this.#run(result.command, library);
    });
    return this.#pendingStart;
  }

  /** Restart the server even if it is running. */
  restart(): Promise<void> {
    this.#forceRestart = true;
    return this.start();
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#stop());
  }

  /** Send changed settings to a running server; a server that starts later requests them itself. */
  sendSettings(): Promise<void> {
    return this.#enqueue(async () => {
      const { sendSettings } = await import("./createClient");
      if (this.#client && this.isRunning) await sendSettings(this.#client);
    });
  }

  /** Let a running server look for changes on the disk, of which VS Code reports only a part. */
  async sendFocus(): Promise<void> {
    if (this.isRunning) await this.#client?.sendNotification(FOCUS_NOTIFICATION);
  }

  /** Wait for all queued operations; return whether the server is running. */
  async whenStarted(): Promise<boolean> {
    await this.#queue;
    return this.isRunning;
  }

  /** Send a request about a document's project; `undefined` if the server does not answer. */
  request<T>(method: string, document: vscode.Uri): Promise<T | null | undefined> {
    return this.#send(method, { textDocument: { uri: document.toString() } } satisfies ProjectRequestParams);
  }

  /** Execute a command of the server; `undefined` if the server does not answer. */
  execute<T>(command: string, argument: unknown): Promise<T | null | undefined> {
    return this.#send("workspace/executeCommand", { command, arguments: [argument] });
  }

  /** Send a request after all queued operations. */
  async #send<T>(method: string, params: object): Promise<T | null | undefined> {
    await this.#queue;
    try {
      return await this.#client?.sendRequest<T | null>(method, params);
    } catch (error) {
      // The state already shows that a server stopped.
      this.#log[this.isRunning ? "error" : "debug"](`${method}: ${String(error)}`);
      return undefined;
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#stateChanged, ...Object.values(this.#events)).dispose();
  }

  async #run(command: ServerCommand, library: typeof import("./createClient")): Promise<void> {
    const client = library.createClient(command, this.#log, this.#events);
    client.onDidChangeState(() => { this.#setState(client.serverState); });
    this.#client = client;
    this.#program = command.program;
    await client.start();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client?.needsStop()) return;
    try {
      await client.start(); // It may be restarting after a crash, and cannot be stopped until it has started.
      await client.dispose();
    } catch (error) {
      this.#log.warn(`the server did not stop cleanly: ${String(error)}`);
    }
  }

  #setState(state: ServerState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #enqueue(operation: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(operation).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
    });
    return this.#queue;
  }
}
