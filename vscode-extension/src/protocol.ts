import { RequestType, type TextDocumentIdentifier } from "vscode-languageclient/node";

/** Requests that the Framesage server answers beyond LSP. */

export interface AboutDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** The verdict on the project of a document, in a few words; `null` where there is none to give. */
export interface StatusAnswer {
  readonly text: string;
  readonly detail?: string;
}

export interface ExplainAnswer {
  readonly title: string;
  readonly markdown: string;
}

export const statusRequest = new RequestType<AboutDocument, StatusAnswer | null, void>("framesage/status");
export const explainRequest = new RequestType<AboutDocument, ExplainAnswer | null, void>("framesage/explain");
