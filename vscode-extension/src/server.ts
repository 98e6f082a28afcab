import * as vscode from "vscode";
import type { ServerState } from "./serverState";
import type { ServerCommand, ServerCommandResult } from "./serverCommand";
import type { ProjectRequestParams } from "./protocol";
import type { FramesageClient } from "./client";

const STOPPED: ServerState = { is: "stopped" };

/**
 * The server's life. What is asked of it is done one after the other, however fast it is asked: a client
 * that is stopped while it starts fails in ways of its own. Starts that wait are one: it looks at the
 * settings when its turn comes.
 */
export class Server implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ServerState>();
  readonly #looked = new vscode.EventEmitter<void>();
  readonly #log: vscode.LogOutputChannel;
  readonly #locate: () => Promise<ServerCommandResult>;
  #activity = STOPPED;
  #client: FramesageClient | undefined;
  #command: string | undefined;
  #queue: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #anew = false;

  readonly onActivity = this.#changed.event;

  /** VS Code has asked for findings: what else is shown of a project can be another one, too. */
  readonly onLook = this.#looked.event;

  constructor(log: vscode.LogOutputChannel, locate: () => Promise<ServerCommandResult>) {
    this.#log = log;
    this.#locate = locate;
  }

  get isRunning(): boolean {
    return this.#activity.is === "running";
  }

  /** Have the server run with the Python that is to be used now; one that does already is left alone. */
  start(): Promise<void> {
    this.#waiting ??= this.#then(async () => {
      const anew = this.#anew;
      this.#waiting = undefined;
      this.#anew = false;
      const [located, library] = await Promise.all([this.#locate(), import("./createClient")]);
      if (!anew && this.isRunning && located.launch?.command === this.#command) return;
      await this.#stop();
      if (!located.launch) {
        this.#become({ is: "stopped", trouble: { message: located.trouble, lookIn: "settings" } });
        return;
      }
      this.#log.info(`starting ${located.launch.command} ${located.launch.args.join(" ")}`);
      await this.#run(located.launch, library);
    });
    return this.#waiting;
  }

  /** Start the server anew, even one that runs as it should. */
  restart(): Promise<void> {
    this.#anew = true;
    return this.start();
  }

  stop(): Promise<void> {
    return this.#then(() => this.#stop());
  }

  /** Tell the server that settings have changed, if there is one: each asks for them when it starts. */
  sendSettings(): Promise<void> {
    return this.#then(async () => {
      const { sendSettings } = await import("./createClient");
      if (this.#client && this.isRunning) await sendSettings(this.#client);
    });
  }

  /** Ask about the project of a document, once what goes on is done; `undefined` is no answer at all. */
  async ask<T>(request: string, document: vscode.Uri): Promise<T | null | undefined> {
    await this.#queue;
    const about: ProjectRequestParams = { textDocument: { uri: document.toString() } };
    try {
      return await this.#client?.sendRequest<T | null>(request, about);
    } catch (error) {
      this.#log.debug(`${request}: ${String(error)}`); // It has ended meanwhile; its state says so.
      return undefined;
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#looked).dispose();
  }

  async #run(launch: ServerCommand, library: typeof import("./createClient")): Promise<void> {
    const client = library.createClient(launch, this.#log, () => { this.#looked.fire(); });
    client.onDidChangeState(() => { this.#become(client.activity); });
    this.#client = client;
    this.#command = launch.command;
    await client.start();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client?.needsStop()) return;
    try {
      await client.start(); // It may be on its way up again by itself, where it cannot be stopped yet.
      await client.dispose();
    } catch (error) {
      this.#log.warn(`the server did not end as it should: ${String(error)}`);
    }
  }

  #become(activity: ServerState): void {
    this.#activity = activity;
    this.#changed.fire(activity);
  }

  #then(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
    });
    return this.#queue;
  }
}
