import * as vscode from "vscode";
import { interpreterSetting, isEnabledAnywhere } from "../settings";
import { bytecodeFolder, removeOldBytecode } from "./bytecode";
import { FAILURES, findPython, pythonNames, type FoundPython, type PythonSources } from "./findPython";
import { selectedInterpreter } from "./pythonExtension";
import { PythonMemory } from "./pythonMemory";
import { createProbe, formatVersion, isPython, type Probe } from "./pythonProbe";
import { serverCommand, type ServerCommand, type ServerCommandResult } from "./serverCommand";

/** Chooses the Python interpreter for the server, and returns the command that starts the server with it. */
export class Interpreter {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #memory: PythonMemory;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.#memory = new PythonMemory(context.workspaceState, context.globalState);
  }

  /** Return the command with the interpreter of the last start, without running anything. */
  async recall(): Promise<ServerCommand | undefined> {
    if (!isEnabledAnywhere()) return undefined;
    const found = await this.#memory.recall(interpreterSetting(), vscode.workspace.isTrusted);
    return found && this.#command(found, "remembered");
  }

  /** Forget the interpreter of the last start, because it could not run the server. */
  forget(): Promise<void> {
    return this.#memory.forget();
  }

  /** Search for an interpreter, unless Framesage is off. This can take seconds, because the Python extension may have to start. */
  async find(): Promise<ServerCommandResult> {
    if (!isEnabledAnywhere()) return { command: undefined, state: { status: "off" } };
    const sources = pythonSources();
    const result = await findPython(sources, this.#probe());
    if (!result.python) {
      this.#log.error(result.error);
      const remedy = sources.setting ? "settings" : "python";
      return { command: undefined, state: { status: "stopped", failure: { message: result.error, remedy } } };
    }
    await this.#memory.remember(result, sources.setting);
    return { command: this.#command(result, "found") };
  }

  /** Return a probe that logs which programs cannot be used. */
  #probe(): Probe {
    const probe = createProbe(this.#context.extensionPath);
    return async (program) => {
      const result = await probe(program);
      if (!isPython(result)) this.#log.info(`"${program}" ${FAILURES[result]}.`);
      return result;
    };
  }

  #command({ python, source }: FoundPython, how: string): ServerCommand {
    this.#log.info(`Python ${formatVersion(python)} from ${source} (${how}): ${python.executable}`);
    return serverCommand(python.executable, this.#context.extensionPath, bytecodeFolder(...this.#storage));
  }

  /** Remove what older versions of the extension have left in the storage. */
  removeOldFiles(): Promise<void> {
    return removeOldBytecode(...this.#storage);
  }

  get #storage(): [folder: string, version: string] {
    const { version } = this.#context.extension.packageJSON as { version: string };
    return [this.#context.globalStorageUri.fsPath, version];
  }
}

function pythonSources(): PythonSources {
  return {
    setting: interpreterSetting(),
    selected: trustedSelectedInterpreter,
    names: pythonNames(process.platform),
  };
}

/** Return the selected interpreter. It often lies in the workspace, so it is run only if that is trusted. */
async function trustedSelectedInterpreter(): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  return selectedInterpreter(vscode.workspace.workspaceFolders?.[0]?.uri);
}
