import * as vscode from "vscode";
import { ASK_COMMAND } from "../consultation/protocol";

const ASK_ME = "Flask or Django? Ask Me";

/** Tell why there is no report, and offer to ask, which needs neither a report nor a file. */
export async function showMissingReport(manifest: vscode.Uri | undefined): Promise<void> {
  const message = manifest
    ? "This project does not look like a web application. If it is to be one, answer a few questions."
    : "This workspace has no dependency files. To start a project, answer a few questions.";
  const choice = await vscode.window.showInformationMessage(message, ASK_ME);
  if (choice === ASK_ME) await vscode.commands.executeCommand(ASK_COMMAND, manifest?.toString());
}
