import * as path from "node:path";

/** The dependency file that stands for a project, and the folder of the project. */
export interface ProjectFolder {
  readonly folder: string;
  readonly file: string;
}

const LIST_FOLDER = /^(requirements?|reqs|deps)$/;

/**
 * Return the projects that dependency files belong to, outer folders first. Of the files of a
 * project, given in order of precedence, the first one stands for it. A folder such as
 * `requirements/` belongs to the project around it.
 */
export function projectFolders(files: readonly string[]): ProjectFolder[] {
  const projects = new Map<string, string>();
  for (const file of files) {
    const folder = projectFolder(file);
    if (!projects.has(folder)) projects.set(folder, file);
  }
  return [...projects]
    .map(([folder, file]) => ({ folder, file }))
    .sort((a, b) => depth(a.folder) - depth(b.folder) || a.folder.localeCompare(b.folder));
}

function projectFolder(file: string): string {
  const folder = path.dirname(file);
  return LIST_FOLDER.test(path.basename(folder)) ? path.dirname(folder) : folder;
}

function depth(folder: string): number {
  return folder.split(/[\\/]/).length;
}
