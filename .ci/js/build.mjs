/**
 * Bundles each page of src/caseform/widgets/js into src/caseform/widgets/static.
 *
 *   node build.mjs            writes the bundles
 *   node build.mjs picture    writes that one only
 *   node build.mjs --check    ends with 1 where a committed bundle is not what its source makes
 *
 * The bundles are committed, so that installing caseform needs no Node. They are left readable:
 * who wonders what runs beside a case can read it.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { parse } from "smol-toml";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const sources = join(root, "src", "caseform", "widgets", "js");
const bundles = join(root, "src", "caseform", "widgets", "static");

/** Pages are the top-level modules that hand a widget to the browser; the others are their parts. */
const pages = readdirSync(sources)
  .filter((name) => name.endsWith(".js"))
  .filter((name) => /^export default\b/m.test(readFileSync(join(sources, name), "utf8")))
  .sort();

/** Lets a page read the tokens of caseform.look, so that no colour or shape is written twice. */
const tokens = {
  name: "tokens",
  setup(build) {
    const path = join(root, "src", "caseform", "look", "tokens.toml");
    build.onResolve({ filter: /^caseform:tokens$/ }, () => ({ path, namespace: "tokens" }));
    build.onLoad({ filter: /.*/, namespace: "tokens" }, () => {
      const { meaning } = parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ meaning }), loader: "json" };
    });
  },
};

async function bundle(page) {
  const built = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(sources, page)],
    nodePaths: [join(here, "node_modules")],
    plugins: [tokens],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "inline",
    logLevel: "warning",
    banner: { js: `// Made from src/caseform/widgets/js/${page} by .ci/js/build.mjs; change it there.` },
  });
  return built.outputFiles[0].text.replaceAll(/^\/\/ tokens:.*$/gm, "// src/caseform/look/tokens.toml");
}

const asked = process.argv.slice(2);
const checking = asked.includes("--check");
const named = asked.filter((word) => !word.startsWith("--")).map((word) => `${word}.js`);
const wanted = named.length ? pages.filter((page) => named.includes(page)) : pages;
const wrong = [];
for (const page of wanted) {
  const target = join(bundles, page);
  const text = await bundle(page);
  if (!checking) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, "utf8") !== text) wrong.push(page);
}
for (const left of readdirSync(bundles).filter((name) => name.endsWith(".js"))) {
  if (pages.includes(left)) continue;
  if (checking) wrong.push(left);
  else rmSync(join(bundles, left));
}
if (wrong.length) {
  console.error(`Not what their source makes: ${wrong.join(", ")}. Run: npm --prefix .ci/js run build`);
  process.exit(1);
}
console.log(`${wanted.length} pages ${checking ? "are what their source makes" : "bundled"}`);
