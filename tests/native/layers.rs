//! The layer rules and the module docs, read from the source itself.

use std::fs;
use std::path::{Path, PathBuf};

/// Who may be named by whom (layer, the layers it may use).
const MAY_USE: [(&str, &[&str]); 6] = [
    ("domain", &[]),
    ("language", &["domain"]),
    ("figure", &["domain"]),
    ("document", &["domain", "language", "figure"]),
    ("storage", &["domain"]),
    ("ui", &["domain", "language", "figure", "document", "storage"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn no_layer_names_one_it_must_not_know() {
    let mut faults = Vec::new();
    for (layer, may) in MAY_USE {
        for path in sources(&src().join(layer)) {
            let text = fs::read_to_string(&path).unwrap();
            for (other, _) in MAY_USE {
                if other != layer
                    && !may.contains(&other)
                    && text.contains(&format!("crate::{other}"))
                {
                    faults.push(format!("{} names crate::{other}", path.display()));
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn language_knows_quantities_but_never_the_chart() {
    for path in sources(&src().join("language")) {
        let text = fs::read_to_string(&path).unwrap();
        for word in [
            "domain::chart",
            "domain::goal",
            "domain::objective",
            "domain::change",
            "domain::history",
        ] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn only_the_screens_know_a_browser() {
    for (layer, _) in MAY_USE.iter().filter(|(layer, _)| *layer != "ui") {
        for path in sources(&src().join(layer)) {
            let text = fs::read_to_string(&path).unwrap();
            let web = path.components().any(|part| part.as_os_str() == "web");
            for word in ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo_"] {
                assert!(web || !text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

#[test]
fn every_file_says_what_belongs_in_it() {
    let silent: Vec<_> = sources(&src())
        .into_iter()
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//!"))
        .collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}

#[test]
fn no_file_grows_past_four_hundred_lines() {
    let long: Vec<_> = sources(&src())
        .into_iter()
        .filter(|path| 400 < fs::read_to_string(path).unwrap().lines().count())
        .collect();
    assert_eq!(long, Vec::<PathBuf>::new());
}
