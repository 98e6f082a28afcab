import type * as vscode from "vscode";
import type { FramesageClient } from "./client";
import type { ClientEvents } from "./createClient";
import type { ServerCommand } from "./python/serverCommand";
import { ServerProcess } from "./serverProcess";
import type { ServerFailure, ServerState } from "./serverState";

const START_MS = 30_000;
const NO_ANSWER: ServerFailure = {
  message: `The Framesage server did not answer within ${START_MS / 1000} seconds and was stopped.`,
  remedy: "restart",
};

/** One run of the server: its process, and the client that is connected to it. */
export class ServerSession {
  readonly #log: vscode.LogOutputChannel;
  readonly #process: ServerProcess;
  #client: FramesageClient | undefined;

  /** Start the process; the client follows in `connect`. */
  constructor(command: ServerCommand, log: vscode.LogOutputChannel) {
    log.info(`starting ${command.program} ${command.args.join(" ")}`);
    this.#log = log;
    this.#process = new ServerProcess(command);
  }

  /** The interpreter that runs the server. */
  get program(): string {
    return this.#process.command.program;
  }

  /** Why the server was given up when it was starting; `undefined` if it was not. */
  get unanswered(): ServerFailure | undefined {
    return this.#client?.startFailure === NO_ANSWER ? NO_ANSWER : undefined;
  }

  /** Load the client and start it; throw if the server does not start, which is also a state. */
  async connect(onState: (state: ServerState) => void, events: ClientEvents): Promise<void> {
    const { createClient } = await import("./createClient");
    const client = createClient(this.#process, this.#log, events);
    client.onDidChangeState(() => { onState(client.serverState); });
    this.#client = client;
    const limit = setTimeout(() => { this.#giveUp(client); }, START_MS);
    try {
      await client.start();
    } finally {
      clearTimeout(limit);
    }
    // If the process ends while it starts, `start` of the library returns as after a success.
    if (!client.isRunning()) throw new Error("the server ended before it answered");
  }

  /** End a start without an answer, which all later operations would wait for. */
  #giveUp(client: FramesageClient): void {
    this.#log.error(NO_ANSWER.message);
    client.startFailure = NO_ANSWER;
    this.#process.kill();
  }

  async sendSettings(): Promise<void> {
    const { sendSettings } = await import("./createClient");
    if (this.#client) await sendSettings(this.#client);
  }

  async notify(method: string): Promise<void> {
    await this.#client?.sendNotification(method);
  }

  async request<T>(method: string, params: object): Promise<T | null | undefined> {
    return this.#client?.sendRequest<T | null>(method, params);
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      if (client?.needsStop()) {
        await client.start(); // It may be restarting after a crash, and cannot be stopped until it has started.
        await client.dispose();
      }
    } catch (error) {
      this.#log.warn(`the server did not stop cleanly: ${String(error)}`);
    } finally {
      this.#process.killSoon();
    }
  }
}
