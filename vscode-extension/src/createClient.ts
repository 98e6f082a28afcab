import * as vscode from "vscode";
import {
  CodeLensRequest,
  DidChangeConfigurationNotification,
  type ConfigurationParams,
  type LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type StaticFeature,
} from "vscode-languageclient/node";
import { FramesageClient } from "./client";
import { ASK_COMMAND } from "./consultation/protocol";
import { LIST_SELECTOR, MANIFEST_SELECTOR, RULE_SELECTOR, SCRIPT_SELECTOR } from "./documentSelector";
import type { ExplicitSettings } from "./explicitSettings";
import { IGNORE_COMMAND } from "./ignore/protocol";
import { EXPLAIN_COMMAND, REPORT_CHANGED_NOTIFICATION, SHOW_RULE_COMMAND, type ReportChangedParams } from "./protocol";
import type { ServerProcess } from "./serverProcess";
import { explicitSettings, SECTION, showsCodeLens } from "./settings";
import { createTraceChannel } from "./traceChannel";

// Loading vscode-languageclient takes longer than the rest of the activation: import this module lazily.

/** What a client reports. */
export interface ClientEvents {
  /** VS Code has pulled diagnostics, even if they are unchanged: other data may have changed. */
  readonly diagnosticsPulled: vscode.EventEmitter<void>;
  /** The report on the project in a folder, given by its URI, is out of date. */
  readonly reportChanged: vscode.EventEmitter<string>;
}

/** Create a client whose `start` connects to the server. */
export function createClient(
  process: ServerProcess,
  log: vscode.LogOutputChannel,
  events: ClientEvents,
): FramesageClient {
  const clientOptions: LanguageClientOptions = {
    documentSelector: [...MANIFEST_SELECTOR, LIST_SELECTOR, SCRIPT_SELECTOR, RULE_SELECTOR],
    // Lets the server publish findings before it has requested the settings of each folder.
    initializationOptions: () => windowSettings(),
    outputChannel: log,
    traceOutputChannel: createTraceChannel(log),
    // Hovers link to the explanation. The server escapes whatever comes from the workspace.
    markdown: { isTrusted: { enabledCommands: [EXPLAIN_COMMAND] }, supportHtml: false },
    middleware: createMiddleware(() => { events.diagnosticsPulled.fire(); }),
  };
  const client = new FramesageClient(SECTION, "Framesage", () => process.take(), clientOptions);
  client.registerFeature(clientCommands());
  client.onNotification(REPORT_CHANGED_NOTIFICATION, ({ root }: ReportChangedParams) => { events.reportChanged.fire(root); });
  return client;
}

/** Announce the client-side commands that the server may use in code lenses and code actions. */
function clientCommands(): StaticFeature {
  return {
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { commands: { commands: [EXPLAIN_COMMAND, SHOW_RULE_COMMAND, ASK_COMMAND, IGNORE_COMMAND] } };
    },
    initialize: () => undefined,
    getState: () => ({ kind: "static" }),
    clear: () => undefined,
  };
}

/** Notify the server of changed settings. It requests those of each folder when it needs them. */
export async function sendSettings(client: LanguageClient): Promise<void> {
  await client.sendNotification(DidChangeConfigurationNotification.type, { settings: windowSettings() });
  refreshCodeLenses(client);
}

/** Request the code lenses again, of which the server does not know whether they are shown. */
function refreshCodeLenses(client: LanguageClient): void {
  const feature = client.getFeature(CodeLensRequest.method);
  const providers = vscode.workspace.textDocuments.map((document) => feature.getProvider(document));
  for (const provider of new Set(providers)) provider?.onDidChangeCodeLensEmitter.fire();
}

function windowSettings(): Record<string, ExplicitSettings> {
  return { [SECTION]: explicitSettings(undefined) };
}

function createMiddleware(onDiagnosticsPulled: () => void): Middleware {
  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      onDiagnosticsPulled();
      return report;
    },
    provideCodeLenses: (document, token, next) => (showsCodeLens(document.uri) ? next(document, token) : []),
    workspace: {
      configuration: (params) => requestedSettings(params),
      // Only `sendSettings` reports changes: the library's own notification would include defaults.
      didChangeConfiguration: () => Promise.resolve(),
    },
  };
}

function requestedSettings(params: ConfigurationParams): (ExplicitSettings | null)[] {
  return params.items.map(({ section, scopeUri }) => {
    const scope = scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri);
    return section === SECTION ? explicitSettings(scope) : null;
  });
}
