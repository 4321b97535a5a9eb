// A small static server for the built app, on this machine alone.
// node scripts/static.mjs [--dist dist] [--port 8080] [--prefix /sub/path/] [--plain] [--headers FILE] [--name Foothold]
// It sends the headers of docs/hosting/headers.txt (or FILE), as a good host would; --plain leaves them out, as a poor one does.
import { readFileSync, readdirSync, statSync, realpathSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const dist = realpathSync(resolve(option("dist", join(root, "dist"))));
const port = Number(option("port", "8080"));
const prefix = `/${option("prefix", "/").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
const plain = process.argv.includes("--plain");
const name = option("name", "The app");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const PACKED = new Set([".png", ".woff2"]);

/** Rules of the sample header file: a path with `*` at its end, then its headers, indented. */
function rules(text) {
  const found = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (/^\S/.test(line)) found.push({ path: line.trim(), headers: [] });
    else found.at(-1).headers.push(line.trim().split(/:\s*(.*)/s).slice(0, 2));
  }
  return found;
}
const headerRules = plain ? [] : rules(readFileSync(option("headers", join(root, "docs/hosting/headers.txt")), "utf8"));

function headersFor(path) {
  const headers = {};
  for (const rule of headerRules) {
    const star = rule.path.indexOf("*");
    const fits = star < 0 ? path === rule.path
      : path.startsWith(rule.path.slice(0, star)) && path.endsWith(rule.path.slice(star + 1));
    if (fits) for (const [key, value] of rule.headers) headers[key] = value;
  }
  return headers;
}

/** Every file, read and compressed once: nothing outside this list can be asked for. */
async function load(folder, base = "") {
  const files = new Map();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const [key, file] of await load(path, `${base}${entry.name}/`)) files.set(key, file);
    else if (entry.isFile()) {
      const body = readFileSync(path);
      const packed = PACKED.has(extname(path)) ? null : await promisify(brotliCompress)(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      });
      files.set(`${base}${entry.name}`, { body, packed, type: TYPES[extname(path)] ?? "application/octet-stream" });
    }
  }
  return files;
}

if (!statSync(join(dist, "index.html")).isFile()) throw new Error(`no index.html in ${dist}${sep}`);
const files = await load(dist);

const server = createServer((request, response) => {
  const end = (status, text) => response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  } catch {
    return end(400, "Bad address\n");
  }
  if (request.method !== "GET" && request.method !== "HEAD") return end(405, "Only GET\n");
  if (`${path}/` === prefix) return response.writeHead(301, { Location: prefix }).end();
  if (!path.startsWith(prefix)) return end(404, "Not here\n");
  const key = path.slice(prefix.length) || "index.html";
  const file = files.get(key);
  if (file === undefined) return end(404, "Not here\n");
  const small = file.packed !== null && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const body = small ? file.packed : file.body;
  const headers = { ...headersFor(`/${key}`), "Content-Type": file.type, "Content-Length": body.length };
  if (file.packed !== null) headers.Vary = "Accept-Encoding";
  if (small) headers["Content-Encoding"] = "br";
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
});
server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken. Try another: PORT=${port + 1} scripts/serve` : String(error));
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => {
  console.log(`${name} is at http://127.0.0.1:${server.address().port}${prefix}`);
});
