// Bundle the extension, or with --tests each of its test files.
import { build } from "esbuild";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledPackages, thirdPartyNotices } from "./scripts/notices.mjs";

const buildTests = process.argv.includes("--tests");

function testEntryPoints(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts") || name.endsWith("mochaRunner.ts"))
    .map((name) => join(folder, name));
}

const sharedOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  legalComments: "none",
  logLevel: "warning",
};

if (buildTests) {
  rmSync("out/test", { recursive: true, force: true });
  await build({
    ...sharedOptions,
    entryPoints: testEntryPoints("src/test"),
    outdir: "out/test",
    outbase: "src/test",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
  });
} else {
  // The client and its large library are a separate bundle, loaded after activation.
  const { metafile } = await build({
    ...sharedOptions,
    entryPoints: ["src/extension.ts", "src/createClient.ts"],
    outdir: "out",
    external: ["vscode", "./createClient"],
    supported: { "dynamic-import": false },
    minify: true,
    metafile: true,
  });
  const packages = bundledPackages(metafile);
  writeFileSync("out/bundled.json", JSON.stringify(packages)); // for the SBOM
  writeFileSync("out/ThirdPartyNotices.txt", thirdPartyNotices(packages));
}
