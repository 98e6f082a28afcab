import {
  CloseAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type CancellationToken,
  type CloseHandlerResult,
  type ErrorHandler,
  type LanguageClientOptions,
  type MessageSignature,
  type ServerOptions,
} from "vscode-languageclient/node";
import type { ServerFailure, ServerState } from "./serverState";

const START_FAILED: ServerFailure = {
  message: "The Framesage server could not be started. See the output for details.",
  remedy: "output",
};
const RESTARTS_EXHAUSTED: ServerFailure = {
  message: "The Framesage server crashed repeatedly and was not restarted.",
  remedy: "restart",
};

/**
 * A language client that logs errors without showing them: the library would show several connection
 * messages for one failure. A server that crashes is restarted a few times, unless it never started.
 */
export class FramesageClient extends LanguageClient {
  /** What to tell the user if the server does not start. */
  startFailure = START_FAILED;
  #restartsEnded = false;

  constructor(id: string, name: string, server: ServerOptions, options: LanguageClientOptions) {
    super(id, name, server, {
      ...options,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (...args) => defaultHandler.error(...args),
        closed: () => this.#onClosed(defaultHandler),
      },
    });
    const defaultHandler = this.createDefaultErrorHandler();
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** Requests that fail because the client stops have no result, and may outlive the log. */
  override handleFailedRequest<T>(
    type: MessageSignature,
    token: CancellationToken | undefined,
    error: unknown,
    defaultValue: T,
    ...options: boolean[]
  ): T {
    return this.isRunning() ? super.handleFailedRequest(type, token, error, defaultValue, ...options) : defaultValue;
  }

  /** The state of the server, including a message for the user if it failed. */
  get serverState(): ServerState {
    if (this.state === State.Running) return { status: "running" };
    if (this.state === State.Starting) return { status: "starting" };
    if (!this.#hasStarted && (this.#restartsEnded || this.state === State.StartFailed)) return failed(this.startFailure);
    return this.#restartsEnded ? failed(RESTARTS_EXHAUSTED) : { status: "stopped" };
  }

  get #hasStarted(): boolean {
    return this.initializeResult !== undefined;
  }

  async #onClosed(defaultHandler: ErrorHandler): Promise<CloseHandlerResult> {
    const result = this.#hasStarted ? await defaultHandler.closed() : { action: CloseAction.DoNotRestart };
    this.#restartsEnded = result.action === CloseAction.DoNotRestart;
    return result;
  }
}

function failed(failure: ServerFailure): ServerState {
  return { status: "stopped", failure };
}
