import {
  CloseAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type CloseHandlerResult,
  type ErrorHandler,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";
import type { ServerState } from "./serverState";

const DOES_NOT_START = "The Framesage server could not be started; the output says why.";
const GIVEN_UP = "The Framesage server has ended several times and is not started again; the output says why.";

/**
 * A client that only logs what goes wrong: the library would show messages about connections, several
 * for one failure. A server that has never run is not tried again; one that crashes is, a few times.
 */
export class FramesageClient extends LanguageClient {
  #givenUp = false;

  constructor(id: string, name: string, server: ServerOptions, options: LanguageClientOptions) {
    super(id, name, server, {
      ...options,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (...about) => usual.error(...about),
        closed: () => this.#closed(usual),
      },
    });
    const usual = this.createDefaultErrorHandler();
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** What the server is doing, with the trouble in words. */
  get activity(): ServerState {
    if (this.state === State.Running) return { is: "running" };
    if (this.state === State.Starting) return { is: "starting" };
    if (!this.#hasRun && (this.#givenUp || this.state === State.StartFailed)) return stoppedBy(DOES_NOT_START);
    return this.#givenUp ? stoppedBy(GIVEN_UP) : { is: "stopped" };
  }

  get #hasRun(): boolean {
    return this.initializeResult !== undefined;
  }

  async #closed(usual: ErrorHandler): Promise<CloseHandlerResult> {
    const result = this.#hasRun ? await usual.closed() : { action: CloseAction.DoNotRestart };
    this.#givenUp = result.action === CloseAction.DoNotRestart;
    return result;
  }
}

function stoppedBy(message: string): ServerState {
  return { is: "stopped", trouble: { message, lookIn: "output" } };
}
