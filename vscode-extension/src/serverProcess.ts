import { spawn, type ChildProcess } from "node:child_process";
import type { ServerCommand } from "./python/serverCommand";

const EXIT_MS = 2000;

/**
 * The process of the server. It starts before the client library is loaded, which takes as long as the
 * start of Python; after a crash, the client lets it start again.
 */
export class ServerProcess {
  readonly command: ServerCommand;
  #process: ChildProcess;
  #spawned: Promise<ChildProcess>;
  #isTaken = false;

  constructor(command: ServerCommand) {
    this.command = command;
    [this.#process, this.#spawned] = launch(command);
  }

  /** Return the running process, or a new one if it was returned before; throw if it cannot be started. */
  async take(): Promise<ChildProcess> {
    if (this.#isTaken) [this.#process, this.#spawned] = launch(this.command);
    this.#isTaken = true;
    const process = await this.#spawned;
    if (process.exitCode !== null) throw new Error(`the server exited with code ${process.exitCode}`);
    return process;
  }

  /** Kill the process now. Children of a wrapper script may keep its output open. */
  kill(): void {
    this.#process.kill("SIGKILL");
    this.#process.stdout?.destroy();
  }

  /** Kill the process if it has not ended soon after it was told to exit. */
  killSoon(): void {
    setTimeout(() => this.#process.kill(), EXIT_MS).unref();
  }
}

function launch({ program, args, cwd }: ServerCommand): [ChildProcess, Promise<ChildProcess>] {
  const process = spawn(program, args, { cwd, windowsHide: true });
  const spawned = new Promise<ChildProcess>((resolve, reject) => {
    process.once("spawn", () => { resolve(process); });
    process.once("error", reject);
  });
  spawned.catch(() => undefined); // reported by `take`
  return [process, spawned];
}
