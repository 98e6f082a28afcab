export const NO_PROJECT = "There is no web project here any more. This page comes back when there is one.";
export const NOT_RUNNING = "Framesage is not running: this page may be out of date.";
export const FIX_IS_GONE = "This fix is no longer there: the file has changed.";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A page in place of the report. It has no script and no style but VS Code's own. */
export function noticePage(text: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Framesage</title>
</head>
<body><main><h1>Framesage</h1><p>${escapeHtml(text)}</p></main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "");
}
