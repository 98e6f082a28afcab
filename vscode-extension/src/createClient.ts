import * as vscode from "vscode";
import {
  DidChangeConfigurationNotification,
  type ConfigurationParams,
  type LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type StaticFeature,
} from "vscode-languageclient/node";
import { SCRIPT_SELECTOR, MANIFEST_SELECTOR } from "./documentSelector";
import type { ServerCommand } from "./serverCommand";
import { EXPLAIN_COMMAND } from "./protocol";
import { FramesageClient } from "./client";
import { SECTION, explicitSettings } from "./settings";
import type { ExplicitSettings } from "./explicitSettings";
import { createTraceChannel } from "./traceChannel";

// Loading vscode-languageclient takes longer than all the rest of waking up: import this module late.

/**
 * Return a client that starts the server when it is started itself; `looked` is called whenever VS Code
 * has asked for findings, as it does when anything may have changed: even where they are the same.
 */
export function createClient(launch: ServerCommand, log: vscode.LogOutputChannel, looked: () => void): FramesageClient {
  // Without a transport it is standard input and output, and no argument is added to say so.
  const server = {
    command: launch.command,
    args: [...launch.args],
    options: { cwd: launch.folder },
  };
  const options: LanguageClientOptions = {
    documentSelector: [...MANIFEST_SELECTOR, SCRIPT_SELECTOR],
    // The server asks for the settings of each folder too, and does not hold back its findings until then.
    initializationOptions: () => ownSection(),
    outputChannel: log,
    traceOutputChannel: createTraceChannel(log),
    middleware: middleware(looked),
  };
  const client = new FramesageClient(SECTION, "Framesage", server, options);
  client.registerFeature(ownCommands());
  return client;
}

/** Tells the server which command of ours it may name. */
function ownCommands(): StaticFeature {
  return {
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { commands: { commands: [EXPLAIN_COMMAND] } };
    },
    initialize: () => undefined,
    getState: () => ({ kind: "static" }),
    clear: () => undefined,
  };
}

/** Tell the server that settings have changed; it asks for those of each folder when it wants them. */
export async function sendSettings(client: LanguageClient): Promise<void> {
  await client.sendNotification(DidChangeConfigurationNotification.type, { settings: ownSection() });
}

function ownSection(): Record<string, ExplicitSettings> {
  return { [SECTION]: explicitSettings(undefined) };
}

function middleware(looked: () => void): Middleware {
  return {
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      looked();
      return report;
    },
    workspace: {
      configuration: (params) => answers(params),
      // Changes are told by `sendSettings` alone: the library's own message would carry defaults.
      didChangeConfiguration: () => Promise.resolve(),
    },
  };
}

function answers(params: ConfigurationParams): (ExplicitSettings | null)[] {
  return params.items.map(({ section, scopeUri }) => {
    const scope = scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri);
    return section === SECTION ? explicitSettings(scope) : null;
  });
}
