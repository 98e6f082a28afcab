import type * as vscode from "vscode";
import { FOCUS_NOTIFICATION, type ProjectRequestParams } from "./protocol";
import type { Interpreter } from "./python/interpreter";
import type { ServerCommand } from "./python/serverCommand";
import { ServerSession } from "./serverSession";
import type { ServerState } from "./serverState";
import { ServerStatus } from "./serverStatus";
import { TaskQueue } from "./taskQueue";

/**
 * Manages the life cycle of the language server. Operations are queued and run one at a time, because
 * a client that is stopped while it is starting fails unpredictably. Pending starts are merged into
 * one, which reads the settings when its turn comes.
 */
export class Server extends ServerStatus {
  readonly #log: vscode.LogOutputChannel;
  readonly #interpreter: Interpreter;
  readonly #queue: TaskQueue;
  #session: ServerSession | undefined;
  #pendingStart: Promise<void> | undefined;
  #forceRestart = false;

  constructor(log: vscode.LogOutputChannel, interpreter: Interpreter) {
    super();
    this.#log = log;
    this.#interpreter = interpreter;
    this.#queue = new TaskQueue((error) => { log.error(error instanceof Error ? error : String(error)); });
  }

  /** Start the server, or restart it if another interpreter is to be used; otherwise do nothing. */
  start(): Promise<void> {
    this.#pendingStart ??= this.#queue.add(async () => {
      const force = this.#forceRestart;
      this.#pendingStart = undefined;
      this.#forceRestart = false;
      if (!force && !this.isRunning && (await this.#startRemembered())) return;
      await this.#startFound(force);
    });
    return this.#pendingStart;
  }

  /** Restart a running server if a search finds another interpreter; requests go on during the search. */
  async verifyInterpreter(): Promise<void> {
    const { command } = await this.#interpreter.find();
    if (this.isRunning && command && command.program !== this.#session?.program) await this.start();
  }

  /** Restart the server even if it is running. */
  restart(): Promise<void> {
    this.#forceRestart = true;
    return this.start();
  }

  stop(): Promise<void> {
    return this.#queue.add(() => this.#stop());
  }

  /** Send changed settings to a running server; a server that starts later requests them itself. */
  sendSettings(): Promise<void> {
    return this.#queue.add(async () => {
      if (this.isRunning) await this.#session?.sendSettings();
    });
  }

  /** Let a running server look for changes on the disk, of which VS Code reports only a part. */
  async sendFocus(): Promise<void> {
    if (this.isRunning) await this.#session?.notify(FOCUS_NOTIFICATION);
  }

  /** Wait for all queued operations; return whether the server is running. */
  async whenStarted(): Promise<boolean> {
    await this.#queue.idle;
    return this.isRunning;
  }

  /** Send a request about a document's project, perhaps a rule of it; `undefined` if the server does not answer. */
  request<T>(method: string, document: vscode.Uri, about: { rule?: string } = {}): Promise<T | null | undefined> {
    return this.#send(method, { textDocument: { uri: document.toString() }, ...about } satisfies ProjectRequestParams);
  }

  /** Execute a command of the server; `undefined` if the server does not answer. */
  execute<T>(command: string, argument: unknown): Promise<T | null | undefined> {
    return this.#send("workspace/executeCommand", { command, arguments: [argument] });
  }

  /** Send a request after all queued operations. */
  async #send<T>(method: string, params: object): Promise<T | null | undefined> {
    await this.#queue.idle;
    try {
      return await this.#session?.request<T>(method, params);
    } catch (error) {
      // The state already shows that a server stopped.
      this.#log[this.isRunning ? "error" : "debug"](`${method}: ${String(error)}`);
      return undefined;
    }
  }

  /** Return whether a command runs the server already, or did not get an answer: the next try would take as long. */
  #isSettled({ program }: ServerCommand): boolean {
    if (program !== this.#session?.program) return false;
    const failure = this.#session.unanswered;
    if (failure) this.setState({ status: "stopped", failure });
    return this.isRunning || failure !== undefined;
  }

  /** Start with the interpreter of the last start; return whether that worked. */
  async #startRemembered(): Promise<boolean> {
    const command = await this.#interpreter.recall();
    if (!command) return false;
    let hasStarted = false;
    try {
      await this.#run(command, (state) => { if (hasStarted || !state.failure) this.setState(state); });
      hasStarted = true;
    } catch (error) {
      this.#log.info(`the remembered interpreter did not start the server: ${String(error)}`);
      await this.#interpreter.forget();
      return false;
    }
    return true;
  }

  /** Search for an interpreter, and start with it unless it runs the server already. */
  async #startFound(force: boolean): Promise<void> {
    const result = await this.#interpreter.find();
    if (!force && result.command && this.#isSettled(result.command)) return;
    if (result.command) {
      await this.#run(result.command, (state) => { this.setState(state); });
    } else {
      await this.#stop();
      this.setState(result.state);
    }
  }

  async #run(command: ServerCommand, onState: (state: ServerState) => void): Promise<void> {
    await this.#stop();
    const session = new ServerSession(command, this.#log);
    this.#session = session;
    await session.connect(onState, this.events);
  }

  async #stop(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.stop();
  }
}
