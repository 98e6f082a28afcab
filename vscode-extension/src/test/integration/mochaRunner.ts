import Mocha from "mocha";
import { readdirSync } from "node:fs";
import * as path from "node:path";

/** Entry point called by VS Code in the extension host; rejects if a test fails. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, color: false });
  for (const name of readdirSync(__dirname).filter((file) => file.endsWith(".test.js"))) {
    mocha.addFile(path.join(__dirname, name));
  }
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}
