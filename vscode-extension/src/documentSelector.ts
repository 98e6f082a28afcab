/** The files that Framesage reads, as glob patterns; `package.json` activates by the same ones. */
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
 * The documents that the server is told about: by name and not by language, since requirements files
 * are plain text without the Python extension, and TOML may be no language at all.
 */
export const MANIFEST_SELECTOR: readonly { readonly scheme: "file"; readonly pattern: string }[] = MANIFEST_GLOBS.map(
  (pattern) => ({ scheme: "file", pattern }),
);

/** What the server is told about beside them: any Python file may be a script with metadata of its own. */
export const SCRIPT_SELECTOR = { scheme: "file", language: "python" } as const;
