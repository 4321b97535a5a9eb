// The two sites that are compared: the app's release build and our own bare pages, behind the same server and headers.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A folder served on this machine alone. Its port stays the same over a stop, since what is stored belongs to it. */
export class Site {
  constructor(folder, extra = []) {
    Object.assign(this, { folder, extra, port: 0, process: null });
  }

  async start() {
    const words = [join(root, "scripts/static.mjs"), "--dist", this.folder, "--port", String(this.port), ...this.extra];
    this.process = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    this.url = await new Promise((found, failed) => {
      this.process.stdout.on("data", (text) => {
        const address = /http:\S+/.exec(String(text));
        if (address) found(address[0]);
      });
      this.process.on("exit", () => failed(new Error(`no server for ${this.folder}`)));
    });
    this.port = Number(new URL(this.url).port);
    return this;
  }

  /** From here on nothing answers: what a tablet in a plane finds. */
  async stop() {
    if (this.process === null) return;
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill();
    await gone;
    this.process = null;
  }
}

/** Lays out the bare pages: once as they are, once behind the app's own service worker. */
export function layBare(work, chartjs) {
  const pages = join(root, "benches/pages");
  const bare = join(work, "bare");
  const kept = join(work, "kept");
  for (const folder of [bare, kept]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(pages, folder, { recursive: true });
  }
  if (chartjs !== undefined) cpSync(chartjs, join(bare, "chartjs.js"));
  const page = join(kept, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("</body>", '<script src="kept.js"></script>\n</body>'));
  const sum = (name) => createHash("sha256").update(readFileSync(join(kept, name))).digest("hex");
  const files = ["bare.css", "bare.js", "index.html", "kept.js"].map((name) => [name, sum(name)]);
  const worker = readFileSync(join(root, "public/sw.js"), "utf8")
    .replace('const VERSION = "";', 'const VERSION = "bare";')
    .replace("const FILES = [];", `const FILES = ${JSON.stringify(files)};`);
  if (!worker.includes('"bare.css"')) throw new Error("public/sw.js does not hold what should be replaced");
  writeFileSync(join(kept, "sw.js"), worker);
  for (const name of readdirSync(kept)) if (/^(chart|hands)/.test(name)) rmSync(join(kept, name));
  return { bare, kept };
}
