import * as vscode from "vscode";
import { ASK_COMMAND } from "../consultation/protocol";
import { REPORT_REQUEST, type ReportResult } from "../protocol";
import type { Server } from "../server";
import { applyFix } from "./applyFix";
import { isPageRequest, pageTitle, type FixRequest, type PageMessage, type PageRequest } from "./messages";
import { FIX_IS_GONE, NO_PROJECT, NOT_RUNNING, noticePage } from "./noticePage";
import { openLocation } from "./openLocation";

const DEBOUNCE_MS = 200;

/**
 * The page on one project.
 *
 * The server renders all of it. Its content security policy allows only its own inline style and
 * script, so it cannot load files or reach the network. VS Code loads it when it is shown or moved;
 * from then on, its script replaces the content, and keeps what is opened, focused and scrolled to.
 */
export class ExplanationPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #manifest: vscode.Uri;
  readonly #server: Server;
  #report: ReportResult | undefined;
  /** What the page shows, unless it is being loaded. */
  #shown: string | undefined;
  /** Whether the page says that it may be out of date. */
  #isOutdated = false;
  #rule: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStale = false;
  #isDisposed = false;

  constructor(panel: vscode.WebviewPanel, manifest: vscode.Uri, server: Server) {
    this.#panel = panel;
    this.#manifest = manifest;
    this.#server = server;
    panel.onDidDispose(() => {
      this.#isDisposed = true;
      clearTimeout(this.#timer);
    });
    panel.onDidChangeViewState(() => { this.#onViewStateChange(); });
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      if (isPageRequest(message)) await this.#handle(message);
    });
  }

  /** The URI of the project's folder; `undefined` while a notice is in the place of the report. */
  get root(): string | undefined {
    return this.#report?.root;
  }

  /** Show a report; what the page shows already is left alone. */
  show(report: ReportResult): void {
    const isLoaded = this.#report !== undefined;
    this.#report = report;
    this.#panel.title = pageTitle(report);
    if (isLoaded) this.#update(report.html);
    else this.#load(report.html);
    if (this.#isOutdated) this.#tell("");
  }

  /** Bring the page to the front; with a rule, move to what that reports, and take the focus. */
  reveal(rule: string | undefined): void {
    this.#rule = rule;
    this.#panel.reveal(undefined, rule === undefined);
    if (this.#shown !== undefined) this.#revealRule();
  }

  /** Request the report soon if the page is visible, or else when it is shown again. */
  requestRefresh(): void {
    clearTimeout(this.#timer);
    if (this.#panel.visible) this.#timer = setTimeout(() => { void this.refresh(); }, DEBOUNCE_MS);
    else this.#isStale = true;
  }

  async refresh(): Promise<void> {
    this.#isStale = false;
    const report = await this.#server.request<ReportResult>(REPORT_REQUEST, this.#manifest);
    if (this.#isDisposed) return;
    if (report) this.show(report);
    else if (report === undefined && this.#report) this.#tell(NOT_RUNNING);
    else this.#showNotice(report === null ? NO_PROJECT : NOT_RUNNING);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #showNotice(text: string): void {
    this.#report = undefined;
    this.#load(noticePage(text));
  }

  #load(html: string): void {
    this.#shown = undefined;
    this.#panel.webview.html = html;
  }

  #update(html: string): void {
    if (this.#shown === undefined || this.#shown === html) return;
    this.#shown = html;
    this.#post({ command: "update", html });
  }

  #onViewStateChange(): void {
    if (!this.#panel.visible && this.#report) this.#load(this.#report.html); // for when it is shown again
    if (this.#panel.visible && this.#isStale && !this.#report) this.requestRefresh();
  }

  async #handle(request: PageRequest): Promise<void> {
    switch (request.command) {
      case "ready":
        return this.#onReady();
      case "open":
        return openLocation(request);
      case "ask":
        return vscode.commands.executeCommand(ASK_COMMAND, this.#manifest.toString());
      case "fix":
        return this.#fix(request);
    }
  }

  async #onReady(): Promise<void> {
    this.#shown = this.#panel.webview.html;
    this.#post({ command: "document", uri: this.#manifest.toString() });
    if (this.#report) this.#update(this.#report.html);
    this.#revealRule();
    if (this.#isStale) await this.refresh();
  }

  async #fix(request: FixRequest): Promise<void> {
    if (await applyFix(request)) return;
    await this.refresh(); // first, because an update replaces the notice
    this.#tell(FIX_IS_GONE);
  }

  #revealRule(): void {
    if (this.#rule !== undefined) this.#post({ command: "reveal", rule: this.#rule });
    this.#rule = undefined;
  }

  #tell(text: string): void {
    this.#isOutdated = text === NOT_RUNNING;
    this.#post({ command: "notice", text });
  }

  #post(message: PageMessage): void {
    if (!this.#isDisposed) void this.#panel.webview.postMessage(message);
  }
}
