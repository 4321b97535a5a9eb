//! What holds for every style sheet: colours come from the tokens, names are flat, nothing is left over.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers in the order in which a later one wins.
const LAYERS: [&str; 7] = ["tokens", "base", "layout", "part", "page", "picture", "print"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files under `folder` whose name ends in one of `ends`.
fn files(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ends));
        } else if path.extension().is_some_and(|end| ends.iter().any(|of| end == *of)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The style sheets by name, without their comments.
fn sheets() -> Vec<(String, String)> {
    let bare = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let mut parts = text.split("/*");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, rest)| rest))
    };
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files(&root().join("style"), &["css"]).iter().map(|path| (name(path), bare(path))).collect()
}

/// Every `fh-` name in `text` that follows `before`.
fn names(text: &str, before: &str) -> BTreeSet<String> {
    let mark = format!("{before}fh-");
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split(&mark)
        .skip(1)
        .map(|rest| format!("fh-{}", rest.split(|c| !part(c)).next().unwrap()))
        .collect()
}

#[test]
fn colours_are_written_in_the_tokens_alone() {
    for (name, text) in sheets().iter().filter(|(name, _)| name != "tokens.css") {
        for line in text.lines() {
            let value = line.split_once(": ").map_or("", |(_, value)| value);
            assert!(
                !value.contains('#') && !value.contains("rgb(") && !value.contains("hsl("),
                "{name}: {line}"
            );
            assert!(!value.contains("--p-"), "{name} goes round the roles: {line}");
        }
    }
}

#[test]
fn every_rule_stands_in_a_layer_that_is_ordered() {
    let tokens = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    assert!(tokens.contains(&format!("@layer {};", LAYERS.join(", "))));
    for (name, text) in sheets() {
        let loose =
            text.lines().find(|line| !line.starts_with([' ', '}', '@']) && !line.is_empty());
        assert_eq!(loose, None, "{name}: outside a layer");
        for layer in
            text.lines().filter_map(|line| line.strip_prefix("@layer ")?.strip_suffix(" {"))
        {
            assert!(LAYERS.contains(&layer), "{name}: layer {layer} has no place in the order");
        }
    }
}

#[test]
fn rules_name_classes_and_never_one_element() {
    for (name, text) in sheets() {
        for line in text.lines().filter(|line| line.ends_with('{') || line.ends_with(',')) {
            assert!(!line.contains('#'), "{name}: {line}");
        }
    }
}

#[test]
fn no_rule_dresses_what_nobody_wears() {
    let mut worn = BTreeSet::new();
    let mut places = files(&root().join("src"), &["rs"]);
    places.extend(files(&root().join("public"), &["html", "js"]));
    places.push(root().join("index.html"));
    for path in places {
        worn.extend(names(&fs::read_to_string(path).unwrap(), ""));
    }
    for (name, text) in sheets() {
        let left: Vec<_> = names(&text, ".").difference(&worn).cloned().collect();
        assert_eq!(left, Vec::<String>::new(), "{name}");
    }
}
