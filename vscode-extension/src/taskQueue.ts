/** Runs asynchronous operations one at a time, in the order in which they were added. */
export class TaskQueue {
  readonly #onError: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Add an operation; the promise is fulfilled when it has ended, even if it failed. */
  add(operation: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(operation).catch(this.#onError);
    return this.#last;
  }

  /** Fulfilled when all operations that were added so far have ended. */
  get idle(): Promise<void> {
    return this.#last;
  }
}
