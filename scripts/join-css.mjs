// Joins the style sheets into dist-style/foothold.css, so a first visit waits for one file and not for eight, and what
// no first page shows into dist-style/foothold-later.css, which the page takes for a sheet for paper until it is needed.
// The layers named in tokens.css decide who wins; the order here only keeps tokens first. Comments stay behind:
// they are for us, not for the wire.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "style");
const ORDER = ["tokens.css", "base.css", "layout.css", "part.css", "page.css", "plain.css", "picture.css", "print.css"];
const LATER = ["figure.css", "paper.css"];
const place = (name) => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);

/** Takes comments and indentation out; quoted text is left as it is. */
function trim(css) {
  const bare = css.replace(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[^]*?\*\//g, (_, quoted) => quoted ?? "");
  return bare.split("\n").map((line) => line.trim()).filter((line) => line !== "").join("\n") + "\n";
}

/** Writes the night twice: as the system wishes, and as it was set by hand. */
function lit(css) {
  return css.replace(/^@night \{\n([^}]*)\}\n/m, (_, roles) =>
    `@media (prefers-color-scheme: dark) {\n:root:not([data-scheme="light"]) {\n${roles}}\n}\n:root[data-scheme="dark"] {\n${roles}}\n`);
}

const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".css")) : [];
names.sort((left, right) => place(left) - place(right) || left.localeCompare(right));
const joined = (isLater) => names.filter((name) => LATER.includes(name) === isLater)
  .map((name) => lit(trim(readFileSync(join(folder, name), "utf8")))).join("");
mkdirSync(join(root, "dist-style"), { recursive: true });
writeFileSync(join(root, "dist-style", "foothold.css"), joined(false));
writeFileSync(join(root, "dist-style", "foothold-later.css"), joined(true));
