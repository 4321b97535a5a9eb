// The build steps that are ours: joining style sheets, the service worker's list, the static server.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

import { slim } from "../../scripts/slim.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "foothold-shell-"));
after(() => rmSync(work, { recursive: true, force: true }));

/** A folder with our scripts and a build that has just been put together by trunk. */
function house(name) {
  const at = join(work, name);
  for (const folder of ["scripts", "docs/hosting", "public"]) cpSync(join(root, folder), join(at, folder), { recursive: true });
  cpSync(join(root, "public"), join(at, "dist"), { recursive: true });
  writeFileSync(join(at, "dist/foothold-aa.css"), "p{}");
  writeFileSync(join(at, "dist/foothold-later-aa.css"), "q{}");
  writeFileSync(join(at, "dist/index.html"), "<html><body><form></form>A</body></html>");
  mkdirSync(join(at, "tests/e2e/fixture"), { recursive: true });
  for (const name of ["driven", "early"]) writeFileSync(join(at, `tests/e2e/fixture/${name}.js`), `// ${name}`);
  return at;
}
const write = (at, more = {}) => execFileSync("node", ["scripts/write-sw.mjs"], {
  cwd: at, env: { PATH: process.env.PATH, TRUNK_STAGING_DIR: join(at, "dist"), ...more }, stdio: "pipe",
});
const read = (at, name) => readFileSync(join(at, name), "utf8");
const listed = (at) => [...read(at, "dist/sw.js").matchAll(/^ {2}\["(.+)","([0-9a-f]{64})"\],$/gm)].map(([, path, sum]) => [path, sum]);
const version = (at) => read(at, "dist/sw.js").match(/const VERSION = "(.*)";/)[1];

test("style sheets are joined tokens first, without comments, with quoted text untouched", () => {
  const at = house("css");
  mkdirSync(join(at, "style"));
  writeFileSync(join(at, "style/zebra.css"), "z{}\n");
  writeFileSync(join(at, "style/base.css"), "/* it's why */\n  b{content:\"/* kept */\"}\n");
  writeFileSync(join(at, "style/tokens.css"), "t{}/* a\n b */\n");
  writeFileSync(join(at, "style/paper.css"), "p{}\n");
  execFileSync("node", ["scripts/join-css.mjs"], { cwd: at });
  assert.equal(read(at, "dist-style/foothold.css"), 't{}\nb{content:"/* kept */"}\nz{}\n');
  assert.equal(read(at, "dist-style/foothold-later.css"), "p{}\n");
});

test("every file is listed with its sum, the worker itself is not", () => {
  const at = house("list");
  write(at);
  const files = listed(at);
  assert.ok(files.length > 10);
  assert.ok(files.some(([path]) => path === "icons/foothold-180.png"));
  assert.ok(!files.some(([path]) => path === "sw.js"));
  for (const [path, sum] of files) {
    assert.equal(createHash("sha256").update(readFileSync(join(at, "dist", path))).digest("hex"), sum, path);
  }
});

test("the version changes with any file and with nothing else", () => {
  const [one, same, other] = ["one", "same", "other"].map(house);
  writeFileSync(join(other, "dist/help.js"), "// another\n");
  [one, same, other].forEach((at) => write(at));
  assert.equal(version(one), version(same));
  assert.notEqual(version(one), version(other));
});

test("static pages wear the style sheet of the build", () => {
  const at = house("sheet");
  write(at);
  assert.match(read(at, "dist/help.html"), /href="\.\/foothold-aa\.css"/);
});

test("the test scripts are added to a test build alone, before the list is written", () => {
  const [plain, driven] = ["plain", "driven"].map(house);
  write(plain);
  write(driven, { FOOTHOLD_DRIVEN: "1" });
  assert.doesNotMatch(read(plain, "dist/index.html"), /driven|early/);
  assert.match(read(driven, "dist/index.html"), /<\/form><script src="\.\/early\.js"><\/script>/);
  assert.match(read(driven, "dist/index.html"), /<script type="module" src="\.\/driven\.js"><\/script>/);
  for (const name of ["driven.js", "early.js"]) assert.ok(listed(driven).some(([path]) => path === name));
  assert.match(read(plain, "dist/boot.js"), /^narrow\(\);$/m);
  assert.doesNotMatch(read(driven, "dist/boot.js"), /^narrow\(\);$/m);
});

test("what nobody calls goes, and long names go with it", () => {
  const sum = "0123456789abcdef";
  const name = (words) => [words.length, ...Buffer.from(words)];
  const section = (kind, ...entries) => [kind, entries.flat().length + 1, entries.length, ...entries.flat()];
  const wasm = Buffer.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [0x60, 0, 0]), // a function that takes and gives nothing
    ...section(2, [...name("./m"), ...name(`__wbg_hear_${sum}`), 0, 0], [...name("./m"), ...name("plain"), 0, 0]),
    ...section(7, [...name("run"), 0, 0], [...name("stream_pull"), 0, 1]),
  ]);
  const glue = `export class Stream {
    pull() { wasm.stream_pull(); }
}
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? 1 : 2;
    const imports = {
        __wbg_hear_${sum}: function() {
        },
        plain: function() {
        },
        __wbg_gone_${sum}: function() {
        },
    };
wasm.run();
`;
  const less = slim(wasm, glue, null, (all) => all);
  const built = new WebAssembly.Module(less.wasm);
  assert.deepEqual(WebAssembly.Module.exports(built).map((one) => one.name), ["run"]);
  assert.deepEqual(WebAssembly.Module.imports(built).map((one) => one.name), ["_0", "plain"]);
  assert.doesNotMatch(less.glue, /Stream|gone|0123456789abcdef/);
  assert.match(less.glue, /^ +_0: function\(\)/m);
  assert.match(less.glue, /^ +plain: function\(\)/m);
});

test("the kill switch is an empty list", () => {
  const at = house("kill");
  write(at, { FOOTHOLD_KILL: "1" });
  assert.deepEqual(listed(at), []);
  assert.notEqual(version(at), "");
});

/** Starts the server and asks for paths as they stand, without tidying them first. */
async function served(at, more, ask) {
  const server = spawn("node", ["scripts/static.mjs", "--dist", "dist", "--port", "0", ...more], { cwd: at });
  try {
    const line = await new Promise((done) => server.stdout.once("data", (data) => done(String(data))));
    const { port } = new URL(line.match(/http:\S+/)[0]);
    await ask((path, headers = {}, method = "GET") => new Promise((done, fail) => {
      request({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
      }).on("error", fail).end();
    }));
  } finally {
    server.kill();
  }
}

test("the server gives the build, its types and the sample headers, and nothing outside", async () => {
  const at = house("serve");
  writeFileSync(join(at, "dist/foothold-aa.wasm"), "wasm");
  await served(at, ["--prefix", "/sub/path"], async (ask) => {
    const page = await ask("/sub/path/");
    assert.equal(page.status, 200);
    assert.match(page.headers["content-security-policy"], /frame-ancestors 'none'/);
    assert.equal(page.headers["cache-control"], "no-cache");
    const wasm = await ask("/sub/path/foothold-aa.wasm");
    assert.equal(wasm.headers["content-type"], "application/wasm");
    assert.match(wasm.headers["cache-control"], /immutable/);
    assert.equal((await ask("/sub/path")).status, 301);
    for (const path of ["/", "/sub/path/../../Cargo.toml", "/sub/path/..%2f..%2fCargo.toml", "/sub/path/%2e%2e/scripts/serve", "/sub/path/icons/"]) {
      assert.equal((await ask(path)).status, 404, path);
    }
    assert.equal((await ask("/sub/path/%")).status, 400);
    assert.equal((await ask("/sub/path/", {}, "POST")).status, 405);
  });
});

test("a browser that takes brotli gets brotli", async () => {
  const at = house("brotli");
  await served(at, ["--plain"], async (ask) => {
    const packed = await ask("/boot.js", { "accept-encoding": "gzip, br" });
    assert.equal(packed.headers["content-encoding"], "br");
    assert.equal(String(brotliDecompressSync(packed.body)), read(at, "dist/boot.js"));
    const bare = await ask("/boot.js");
    assert.equal(bare.headers["content-encoding"], undefined);
    assert.equal(bare.headers["content-security-policy"], undefined);
  });
});
