import type { Memento } from "vscode";

const KEY = "framesage.pages";

/**
 * The dependency file of each page, by the title of its tab.
 *
 * A page tells VS Code its file once its script runs. A window that is reloaded before that restores
 * the tab and its title only.
 */
export class PageMemory {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  async remember(title: string, file: string): Promise<void> {
    await this.#memento.update(KEY, { ...this.#files(), [title]: file });
  }

  fileOf(title: string): string | undefined {
    return this.#files()[title];
  }

  #files(): Readonly<Record<string, string>> {
    return this.#memento.get<Record<string, string>>(KEY, {});
  }
}
