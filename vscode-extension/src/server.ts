import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Activity } from "./activity";
import type { Launch } from "./launch";

/**
 * The server's life. Starts, stops and restarts are done one after the other, however fast they are
 * asked for: a client that is stopped while it starts fails in ways of its own.
 */
export class Server implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Activity>();
  readonly #log: vscode.LogOutputChannel;
  #client: LanguageClient | undefined;
  #activity: Activity = "stopped";
  #queue: Promise<void> = Promise.resolve();

  readonly onActivity = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** The client, while the server answers. */
  get client(): LanguageClient | undefined {
    return this.#activity === "running" ? this.#client : undefined;
  }

  /** Stop the server if it runs, then start it as `launch` finds, unless that is nothing. */
  restart(launch: () => Promise<Launch | undefined>): Promise<void> {
    return this.#then(async () => {
      await this.#stop();
      const [found, library] = await Promise.all([launch(), import("./languageClient")]);
      if (found) await this.#start(library.createClient(found, this.#log), found);
    });
  }

  stop(): Promise<void> {
    return this.#then(() => this.#stop());
  }

  async tellSettings(): Promise<void> {
    if (!this.client) return;
    const { tellSettings } = await import("./languageClient");
    await tellSettings(this.client);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #start(client: LanguageClient, launch: Launch): Promise<void> {
    this.#log.info(`starting ${launch.command} ${launch.args.join(" ")}`);
    const { activityOf } = await import("./languageClient");
    client.onDidChangeState(({ newState }) => {
      this.#activity = activityOf(newState);
      this.#changed.fire(this.#activity);
    });
    this.#client = client;
    await client.start();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }

  #then(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
    });
    return this.#queue;
  }
}
