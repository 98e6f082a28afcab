import type { TextDocumentIdentifier } from "vscode-languageclient/node";

/** Requests that the Framesage server answers beyond LSP; `null` where there is nothing to say. */
export const STATUS_REQUEST = "framesage/status";
export const REPORT_REQUEST = "framesage/report";

/**
 * The command that shows the whole reasoning on the project of a document, by its URI. The server names
 * it in what can be clicked, as it is told that it exists.
 */
export const EXPLAIN_COMMAND = "framesage.explain";

/** The parameters of the requests. */
export interface ProjectRequestParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** The verdict on the project of a document, in a few words. */
export interface StatusResult {
  readonly text: string;
}

/** All of the reasoning on the project of a document, as a page that needs nothing but itself. */
export interface ReportResult {
  readonly title: string;
  readonly html: string;
}
