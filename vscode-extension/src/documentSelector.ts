/** Glob patterns of the dependency files. `package.json` repeats them as activation events. */
export const MANIFEST_GLOBS: readonly string[] = [
  "**/{pyproject,framesage,pixi}.toml",
  "**/Pipfile",
  "**/setup.{cfg,py}",
  "**/*environment*.{yml,yaml}",
  "**/*require*.{txt,in}",
  "**/*constraint*.{txt,in}",
  "**/{requirements,requirement,reqs,deps}/*.{txt,in}",
];

/**
 * Selects dependency files by name rather than by language: without the Python extension,
 * requirements files are plain text, and VS Code has no built-in TOML language.
 */
export const MANIFEST_SELECTOR: readonly { readonly scheme: "file"; readonly pattern: string }[] =
  MANIFEST_GLOBS.map((pattern) => ({ scheme: "file", pattern }));

/** Selects Python files, because any of them may be a script with inline metadata (PEP 723). */
export const SCRIPT_SELECTOR = { scheme: "file", language: "python" } as const;
