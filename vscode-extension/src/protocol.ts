import type { TextDocumentIdentifier } from "vscode-languageclient/node";

/** Custom requests of the Framesage server. All return `null` if there is nothing to report. */
export const STATUS_REQUEST = "framesage/status";
export const REPORT_REQUEST = "framesage/report";
export const RULE_REQUEST = "framesage/rule";

/** The notification that a report is out of date. It is sent once after each request for it. */
export const REPORT_CHANGED_NOTIFICATION = "framesage/didChangeReport";

/** The notification that the user came back to the window, and may have changed files elsewhere. */
export const FOCUS_NOTIFICATION = "framesage/didFocus";

/**
 * The command that shows the report on the project of a document, given its URI and optionally the id
 * of a rule. The client announces it in its capabilities, so that the server can use it in code lenses and code actions.
 */
export const EXPLAIN_COMMAND = "framesage.explain";

/** The command that shows the page about a rule, given the URI of a document and the rule's id. */
export const SHOW_RULE_COMMAND = "framesage.showRule";

/** The parameters of the requests. */
export interface ProjectRequestParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The id of the rule, in a request for the page about it. */
  readonly rule?: string;
}

/** The verdict on a document's project, in one short line. */
export interface StatusResult {
  readonly text: string;
  /** Whether the project has not chosen a framework, so that questions can help. */
  readonly open: boolean;
  /** The question that the dialogue answers, with the frameworks to choose from. */
  readonly question: string;
  /** Whether the verdict is another framework than the one in use. */
  readonly differs: boolean;
}

/** The status of a project that Framesage has no advice on. */
export const NO_VERDICT = "Framesage: nothing to report";

/** A report that is out of date, by the URI of the project's folder. */
export interface ReportChangedParams {
  readonly root: string;
}

/** The report on a document's project, as a self-contained HTML page. */
export interface ReportResult extends ReportChangedParams {
  /** The name of the project. */
  readonly title: string;
  readonly html: string;
}

/** The page about a rule, as self-contained HTML without a script. */
export interface RuleResult {
  readonly title: string;
  readonly html: string;
}
