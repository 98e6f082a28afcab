// Bundle the extension, or with --tests its tests: each test file into one file of its own.
import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const tests = process.argv.includes("--tests");

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts") || name.endsWith("run.ts"))
    .map((name) => join(folder, name));
}

rmSync(tests ? "out/test" : "out/extension.js", { recursive: true, force: true });
await build({
  entryPoints: tests ? testFiles("src/test") : ["src/extension.ts"],
  ...(tests ? { outdir: "out/test", outbase: "src/test" } : { outfile: "out/extension.js" }),
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode", "mocha"],
  minify: !tests,
  sourcemap: tests ? "inline" : false,
  legalComments: "none",
  logLevel: "warning",
});
