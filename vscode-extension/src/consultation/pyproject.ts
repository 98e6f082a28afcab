/** Return the text of a new pyproject.toml for a project in the given folder. */
export function newPyproject(folder: string, description: string): string {
  return [
    "[project]",
    `name = ${quote(normalizeName(folder))}`,
    'version = "0.1.0"',
    ...(description.trim() ? [`description = ${quote(singleLine(description))}`] : []),
    "dependencies = []",
    "",
  ].join("\n");
}

/** Return a valid project name (PEP 508) made from the name of a folder. */
function normalizeName(folder: string): string {
  const name = folder.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return name || "app";
}

function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
}

/** Return a TOML string; without control characters, JSON escapes the same characters. */
function quote(text: string): string {
  return JSON.stringify(text);
}
