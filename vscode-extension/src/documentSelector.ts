/** Glob patterns of the dependency files. `package.json` repeats them as activation events. */
export const MANIFEST_GLOBS: readonly string[] = [
  "**/{pyproject,framesage,pixi}.toml",
  "**/Pipfile",
  "**/setup.{cfg,py}",
  "**/*environment*.{yml,yaml}",
  "**/*require*.{txt,in,pip,TXT}",
  "**/*constraint*.{txt,in,pip,TXT}",
  "**/{requirements,requirement,reqs,deps}/*.{txt,in,pip,TXT}",
];

/**
 * Selects dependency files by name rather than by language: without the Python extension,
 * requirements files are plain text, and VS Code has no built-in TOML language.
 */
export const MANIFEST_SELECTOR: readonly { readonly scheme: "file"; readonly pattern: string }[] =
  MANIFEST_GLOBS.map((pattern) => ({ scheme: "file", pattern }));

/** Selects requirements files of any name: VS Code or the user says that they are some. */
export const LIST_SELECTOR = { scheme: "file", language: "pip-requirements" } as const;

/** Matches the file that makes a folder a rule pack. `package.json` repeats it as an activation event. */
export const PACK_GLOB = "**/pack.toml";

/**
 * Selects TOML files: any of them may have the rules of a project; the server ignores the others. Without
 * an extension for TOML, they are plain text.
 */
export const RULE_SELECTOR = { scheme: "file", pattern: "**/*.toml" } as const;

/** Selects Python files, because any of them may be a script with inline metadata (PEP 723). */
export const SCRIPT_SELECTOR = { scheme: "file", language: "python" } as const;
