import * as vscode from "vscode";
import { State, type LanguageClient } from "vscode-languageclient/node";
import { createClient, tellSettings } from "./client";
import type { Launch } from "./launch";

/** What the server is doing, as far as the user is concerned. */
export type Activity = "starting" | "running" | "stopped";

/**
 * The server's life. Starts, stops and restarts are done one after the other, however fast they are
 * asked for: a client that is stopped while it starts fails in ways of its own.
 */
export class Server implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Activity>();
  readonly #log: vscode.LogOutputChannel;
  #client: LanguageClient | undefined;
  #queue: Promise<void> = Promise.resolve();

  readonly onActivity = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** The client, while the server answers. */
  get client(): LanguageClient | undefined {
    return this.#client?.state === State.Running ? this.#client : undefined;
  }

  /** Stop the server if it runs, then start it as `launch` finds, unless that is nothing. */
  restart(launch: () => Promise<Launch | undefined>): Promise<void> {
    return this.#then(async () => {
      await this.#stop();
      const found = await launch();
      if (found) await this.#start(found);
    });
  }

  stop(): Promise<void> {
    return this.#then(() => this.#stop());
  }

  async tellSettings(): Promise<void> {
    if (this.client) await tellSettings(this.client);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #start(launch: Launch): Promise<void> {
    this.#log.info(`starting ${launch.command} ${launch.args.join(" ")}`);
    const client = createClient(launch, this.#log);
    client.onDidChangeState(({ newState }) => {
      this.#changed.fire(activityOf(newState));
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

function activityOf(state: State): Activity {
  if (state === State.Starting) return "starting";
  return state === State.Running ? "running" : "stopped";
}
