import * as vscode from "vscode";
import type { Page, Row } from "./page";

interface Item<T> extends vscode.QuickPickItem {
  readonly reply?: T;
}

/**
 * The quick pick that shows all pages of a dialogue. It stays open from one page to the next: the
 * keys that a person presses in between must not reach the editor.
 */
export class DialoguePick implements vscode.Disposable {
  readonly #pick = vscode.window.createQuickPick<Item<unknown>>();
  #reply: ((reply: unknown) => void) | undefined;
  #replies = new Map<vscode.QuickInputButton, unknown>();
  #isHidden = false;

  constructor() {
    this.#pick.ignoreFocusOut = true;
    this.#pick.onDidAccept(() => { this.#resolve(this.#pick.activeItems[0]?.reply); });
    this.#pick.onDidTriggerButton((button) => { this.#resolve(this.#replies.get(button)); });
    this.#pick.onDidHide(() => {
      this.#isHidden = true;
      this.#reply?.(undefined);
    });
  }

  /** Show a page and return the reply; `undefined` if the quick pick was closed. */
  show<T>(page: Page<T>): Promise<T | undefined> {
    if (this.#isHidden) return Promise.resolve(undefined);
    this.#render(page);
    return new Promise((resolve) => {
      this.#reply = (reply) => { resolve(reply as T | undefined); };
    });
  }

  dispose(): void {
    this.#pick.dispose();
  }

  #render<T>(page: Page<T>): void {
    const buttons = page.buttons.map(({ kind, value }) => [createButton(kind), value] as const);
    const items = page.rows.map(toItem);
    this.#replies = new Map(buttons);
    Object.assign(this.#pick, { title: page.title, placeholder: page.placeholder, value: "", busy: false });
    this.#pick.buttons = buttons.map(([button]) => button);
    this.#pick.items = items;
    const replies = items.filter(({ reply }) => reply !== undefined);
    this.#pick.activeItems = replies.filter(({ reply }) => reply === (page.active ?? replies[0]?.reply)).slice(0, 1);
    this.#pick.show();
  }

  /** Return a reply to the dialogue. A row to read has none. */
  #resolve(reply: unknown): void {
    const resolve = this.#reply;
    if (reply === undefined || !resolve) return;
    this.#reply = undefined;
    this.#pick.busy = true;
    resolve(reply);
  }
}

function toItem<T>({ value, isHeading, ...texts }: Row<T>): Item<T> {
  const { Separator, Default } = vscode.QuickPickItemKind;
  return { ...texts, kind: isHeading ? Separator : Default, alwaysShow: false, ...(value === undefined ? {} : { reply: value }) };
}

function createButton(kind: "back" | "why"): vscode.QuickInputButton {
  if (kind === "back") return vscode.QuickInputButtons.Back;
  return { iconPath: new vscode.ThemeIcon("question"), tooltip: "Why do you ask?" };
}
