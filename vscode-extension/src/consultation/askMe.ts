import * as vscode from "vscode";
import { showNoAnswer } from "../failureNotifier";
import { EXPLAIN_COMMAND } from "../protocol";
import type { Server } from "../server";
import { waitForServer } from "../waitForServer";
import { applyAnswers } from "./applyAnswers";
import { chooseProject } from "./chooseProject";
import { converse, type Outcome } from "./dialogue";
import { DialoguePick } from "./dialoguePick";
import { answersByTrait, CONSULT, WRITE_ONLY, type Action, type Answer, type ConsultationStep } from "./protocol";

const GO_ON = "Go On";
const WRITE_ANSWERS = "Write Answers";

/**
 * Asks the questions that decide between Flask and Django, and acts on the answer. The answers of a
 * dialogue that was stopped are kept as long as the window is open, and the next one goes on there.
 */
export class AskMe {
  readonly #server: Server;
  readonly #kept = new Map<string, readonly Answer[]>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** Ask about the project that the document with this URI belongs to, or else one to be chosen. */
  async ask(uri?: unknown): Promise<void> {
    if (!(await waitForServer(this.#server))) {
      await showNoAnswer(this.#server.state);
      return;
    }
    const file = typeof uri === "string" ? vscode.Uri.parse(uri) : await chooseProject(this.#server);
    if (file) await this.#converse(file);
  }

  async #converse(file: vscode.Uri): Promise<void> {
    const key = file.toString();
    const outcome = await this.#runDialogue(key);
    this.#keep(key, outcome);
    if (outcome.failed) await showNoAnswer(this.#server.state);
    else if (outcome.action) await this.#apply(file, outcome.answers, outcome.action);
    else if (outcome.answers.length > 0) await this.#offerToGoOn(file, outcome.answers);
  }

  async #runDialogue(uri: string): Promise<Outcome> {
    const pick = new DialoguePick();
    try {
      return await converse(
        (answers) => this.#server.execute<ConsultationStep>(CONSULT, { uri, answers: answersByTrait(answers) }),
        (page) => pick.show(page),
        this.#kept.get(uri) ?? [],
      );
    } finally {
      pick.dispose();
    }
  }

  #keep(key: string, { answers, failed }: Outcome): void {
    // Answers that a running server refuses, after a change of rules for example, would be refused again.
    if (failed && this.#server.isRunning) this.#kept.delete(key);
    else this.#kept.set(key, answers);
  }

  async #apply(file: vscode.Uri, answers: readonly Answer[], action: Action): Promise<void> {
    if (!writes(action, answers)) {
      await vscode.commands.executeCommand(EXPLAIN_COMMAND, file.toString());
      return;
    }
    const result = await applyAnswers(this.#server, file, answers, action);
    if (!result) await showNoAnswer(this.#server.state);
    else if (result.applied) this.#kept.delete(file.toString());
  }

  async #offerToGoOn(file: vscode.Uri, answers: readonly Answer[]): Promise<void> {
    const count = answers.length === 1 ? "1 answer" : `${answers.length} answers`;
    const message = `Framesage remembers your ${count} until you close this window.`;
    const choice = await vscode.window.showInformationMessage(message, GO_ON, WRITE_ANSWERS);
    if (choice === GO_ON) await this.#converse(file);
    if (choice === WRITE_ANSWERS) await this.#apply(file, answers, WRITE_ONLY);
  }
}

/** Whether an action changes files: "don't know" is not written. */
function writes({ start }: Action, answers: readonly Answer[]): boolean {
  return start !== null || answers.some(({ answer }) => answer !== "unknown");
}
