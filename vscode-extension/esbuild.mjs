// Bundle the extension, or with --tests its tests, each file of them into one of its own.
import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const tests = process.argv.includes("--tests");

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts") || name.endsWith("mochaRunner.ts"))
    .map((name) => join(folder, name));
}

const common = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  legalComments: "none",
  logLevel: "warning",
};

if (tests) {
  rmSync("out/test", { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: testFiles("src/test"),
    outdir: "out/test",
    outbase: "src/test",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
  });
} else {
  // The client, with its large library, is a file of its own, read after the extension is awake.
  await build({
    ...common,
    entryPoints: ["src/extension.ts", "src/createClient.ts"],
    outdir: "out",
    external: ["vscode", "./createClient"],
    supported: { "dynamic-import": false },
    minify: true,
  });
}
