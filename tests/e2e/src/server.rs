//! The static host of a check: serves one folder on the loopback address, remembers every request, can be gone.

use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::driven::Line;
use crate::fault::{Check, Where};

/// One request as the server saw it.
#[derive(Debug, Clone)]
pub struct Request {
    /// When it came.
    pub at: Instant,
    /// GET, POST, ...
    pub method: String,
    /// Path and query.
    pub path: String,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    base: String,
    gone: AtomicBool,
    requests: Mutex<Vec<Request>>,
    line: Line,
    /// Text put in front of a file's own: path ending and text.
    prelude: Mutex<Option<(String, String)>>,
    /// Files with this in their path wait until they are let go.
    held: Mutex<Option<(String, String)>>,
    let_go: Notify,
}

impl Shared {
    async fn wait_for(&self, path: &str) {
        loop {
            let woken = self.let_go.notified();
            let held = self.held.lock().unwrap().clone();
            if !held.is_some_and(|(part, end)| path.contains(&part) && path.ends_with(&end)) {
                return;
            }
            woken.await;
        }
    }

    fn prelude_of(&self, path: &str) -> Option<(String, String)> {
        let prelude = self.prelude.lock().unwrap().clone();
        prelude.filter(|(end, _)| path.ends_with(end))
    }
}

/// A folder on the loopback address until it is dropped.
#[derive(Debug)]
pub struct Server {
    shared: Arc<Shared>,
    port: u16,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves `folder` under `base` ("/" or "/some/where/") on a free port.
    pub async fn start(folder: &Path, base: &str) -> Check<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            folder: folder
                .canonicalize()
                .at(format!("the folder to serve, {}", folder.display()))?,
            base: base.to_owned(),
            gone: AtomicBool::new(false),
            requests: Mutex::default(),
            line: Line::default(),
            prelude: Mutex::default(),
            held: Mutex::default(),
            let_go: Notify::new(),
        });
        let for_task = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&for_task)));
            }
        });
        Ok(Self { shared, port, task })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.shared.base)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on every connection is dropped without an answer (the line to a page that drives itself stays).
    pub fn vanish(&self) {
        self.shared.gone.store(true, Ordering::SeqCst);
    }

    /// Serves files that end in `path` with `text` in front, as a browser that lacks something would behave.
    pub fn put_in_front(&self, path: &str, text: &str) {
        *self.shared.prelude.lock().unwrap() = Some((path.to_owned(), text.to_owned()));
    }

    /// Lets nobody have files with `part` in their name and `end` at its end until `let_go`.
    pub fn hold(&self, part: &str, end: &str) {
        *self.shared.held.lock().unwrap() = Some((part.to_owned(), end.to_owned()));
    }

    /// Ends `hold`.
    pub fn let_go(&self) {
        *self.shared.held.lock().unwrap() = None;
        self.shared.let_go.notify_waiters();
    }

    /// Answers again.
    pub fn return_again(&self) {
        self.shared.gone.store(false, Ordering::SeqCst);
    }

    /// The line to a page that drives itself.
    pub fn line(&self) -> &Line {
        &self.shared.line
    }

    /// Everything that was asked for, for the evidence of a failure.
    pub fn asked(&self) -> Vec<String> {
        let requests = self.shared.requests.lock().unwrap();
        let Some(first) = requests.first() else {
            return Vec::new();
        };
        requests
            .iter()
            .map(|one| {
                format!("{:>7} ms {} {}", (one.at - first.at).as_millis(), one.method, one.path)
            })
            .collect()
    }

    /// What was asked for since `moment`, the browser's own check of the service worker and the line left out.
    pub fn asked_since(&self, moment: Instant) -> Vec<String> {
        let requests = self.shared.requests.lock().unwrap();
        requests
            .iter()
            .filter(|request| request.at > moment)
            .filter(|request| !request.path.ends_with("/sw.js") && !is_line(&request.path))
            .map(|request| format!("{} {}", request.method, request.path))
            .collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn is_line(path: &str) -> bool {
    path.ends_with("/steps") || path.ends_with("/report")
}

/// One connection: requests one after the other until either side ends it.
async fn serve(mut stream: TcpStream, shared: Arc<Shared>) {
    let _ = stream.set_nodelay(true);
    let mut buffer = Vec::new();
    while let Some((method, path, body)) = read_request(&mut stream, &mut buffer).await {
        let plain = path.split(['?', '#']).next().unwrap_or("/").to_owned();
        shared.requests.lock().unwrap().push(Request {
            at: Instant::now(),
            method: method.clone(),
            path,
        });
        if method == "POST" && is_line(&plain) {
            if !answer_line(&mut stream, &shared, &plain, &body).await {
                return;
            }
            continue;
        }
        if shared.gone.load(Ordering::SeqCst) {
            return;
        }
        shared.wait_for(&plain).await;
        if shared.gone.load(Ordering::SeqCst) {
            return;
        }
        let (status, kind, mut content) = file(&shared, &method, &plain).await;
        if let Some((_, text)) = shared.prelude_of(&plain) {
            content = [text.as_bytes(), &content].concat();
        }
        if !respond(&mut stream, status, kind, &content, method == "HEAD").await {
            return;
        }
    }
}

/// A page that drives itself asks for its next step or tells how the last one went.
async fn answer_line(stream: &mut TcpStream, shared: &Shared, path: &str, body: &[u8]) -> bool {
    let body = String::from_utf8_lossy(body).into_owned();
    let answer = if path.ends_with("/report") {
        shared.line.report(&body);
        String::from("{}")
    } else {
        // A browser that is killed while it waits must not take the next step to its grave.
        let mut byte = [0];
        tokio::select! {
            biased;
            _ = stream.peek(&mut byte) => return false,
            step = shared.line.next_step(&body) => step,
            () = tokio::time::sleep(Duration::from_secs(20)) => String::from("{\"do\":\"ask again\"}"),
        }
    };
    respond(stream, "200 OK", "application/json", answer.as_bytes(), false).await
}

async fn file(shared: &Shared, method: &str, path: &str) -> (&'static str, &'static str, Vec<u8>) {
    let missing = ("404 Not Found", "text/plain", b"not here".to_vec());
    if method != "GET" && method != "HEAD" {
        return ("405 Method Not Allowed", "text/plain", Vec::new());
    }
    let Some(inside) = path.strip_prefix(&shared.base) else {
        return missing;
    };
    let inside = if inside.is_empty() || inside.ends_with('/') {
        format!("{inside}index.html")
    } else {
        inside.to_owned()
    };
    let relative = Path::new(&inside);
    if relative.components().any(|part| !matches!(part, Component::Normal(_))) {
        return missing;
    }
    match tokio::fs::read(shared.folder.join(relative)).await {
        Ok(content) => ("200 OK", kind_of(relative), content),
        Err(_) => missing,
    }
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

async fn respond(
    stream: &mut TcpStream,
    status: &str,
    kind: &str,
    content: &[u8],
    head_only: bool,
) -> bool {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nX-Content-Type-Options: nosniff\r\n\r\n",
        content.len()
    );
    let mut all = head.into_bytes();
    if !head_only {
        all.extend_from_slice(content);
    }
    stream.write_all(&all).await.is_ok()
}

/// Reads one request; `buffer` keeps what came after it. Nothing when the connection ended.
async fn read_request(
    stream: &mut TcpStream,
    buffer: &mut Vec<u8>,
) -> Option<(String, String, Vec<u8>)> {
    let mut chunk = [0_u8; 16 * 1024];
    loop {
        if let Some((request, used)) = parse(buffer) {
            buffer.drain(..used);
            return Some(request);
        }
        let count = stream.read(&mut chunk).await.ok()?;
        if count == 0 || buffer.len() > 64 * 1024 * 1024 {
            return None;
        }
        buffer.extend_from_slice(chunk.get(..count)?);
    }
}

/// A whole request at the start of `bytes`, and its length; nothing while part of it is missing.
fn parse(bytes: &[u8]) -> Option<((String, String, Vec<u8>), usize)> {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(bytes.get(..end)?).into_owned();
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
    let length = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0);
    let body = bytes.get(end + 4..end + 4 + length)?.to_vec();
    Some(((method, path, body), end + 4 + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_only_when_its_body_is_whole() {
        let text = b"POST /report HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabc";
        assert_eq!(parse(text), None);
        let whole = [text.as_slice(), b"dGET"].concat();
        let ((method, path, body), used) = parse(&whole).unwrap();
        assert_eq!(
            (method.as_str(), path.as_str(), body.as_slice()),
            ("POST", "/report", b"abcd".as_slice())
        );
        assert_eq!(whole.get(used..), Some(b"GET".as_slice()));
    }

    #[tokio::test]
    async fn a_server_that_is_gone_answers_nothing_and_leaves_its_folder_to_nobody() {
        let folder = std::env::temp_dir().join(format!("foothold-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "page").unwrap();
        let server = Server::start(&folder, "/some/where/").await.unwrap();
        let ask = async |path: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).await.unwrap();
            let text = format!("GET {path} HTTP/1.1\r\n\r\n");
            stream.write_all(text.as_bytes()).await.unwrap();
            let mut answer = vec![0; 12];
            let count = stream.read(&mut answer).await.unwrap_or(0);
            String::from_utf8_lossy(&answer[..count]).into_owned()
        };
        assert_eq!(ask("/some/where/").await, "HTTP/1.1 200");
        assert_eq!(ask("/").await, "HTTP/1.1 404");
        assert_eq!(ask("/some/where/../Cargo.toml").await, "HTTP/1.1 404");
        server.vanish();
        assert_eq!(ask("/some/where/").await, "");
        server.return_again();
        assert_eq!(ask("/some/where/").await, "HTTP/1.1 200");
        let _ = std::fs::remove_dir_all(folder);
    }
}
