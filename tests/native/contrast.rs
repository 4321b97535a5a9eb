//! The colours of the style sheet, computed by the formula of WCAG 2.2, not eyeballed.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Running text (AAA).
const TEXT: f64 = 7.0;
/// Short lines, buttons, links, placeholders (AA).
const SHORT: f64 = 4.5;
/// Edges of controls, signs, the ring around what has the focus.
const GRAPHIC: f64 = 3.0;

/// Foreground, background, least ratio: every pair the sheets put together.
const PAIRS: [(&str, &str, f64); 34] = [
    ("ink", "paper", TEXT),
    ("ink", "raised", TEXT),
    ("ink", "sunk", TEXT),
    ("ink", "wash", TEXT),
    ("ink", "caution-wash", TEXT),
    ("outline", "warm", TEXT),
    ("action-deep", "paper", TEXT),
    ("action-deep", "raised", TEXT),
    ("action-deep", "wash", TEXT),
    ("ink-quiet", "paper", SHORT),
    ("ink-quiet", "raised", SHORT),
    ("ink-quiet", "sunk", SHORT),
    ("ink-quiet", "wash", SHORT),
    ("action", "paper", SHORT),
    ("action", "raised", SHORT),
    ("action", "wash", SHORT),
    ("on-action", "action", SHORT),
    ("on-action", "action-deep", SHORT),
    ("caution", "paper", SHORT),
    ("caution", "raised", SHORT),
    ("caution", "caution-wash", SHORT),
    ("edge", "paper", GRAPHIC),
    ("edge", "raised", GRAPHIC),
    ("edge", "sunk", GRAPHIC),
    ("edge", "wash", GRAPHIC),
    ("action", "sunk", GRAPHIC),
    ("action", "caution-wash", GRAPHIC),
    ("outline", "stone", GRAPHIC),
    ("fig-leg", "path", GRAPHIC),
    ("ink-pic", "sky-mid", GRAPHIC),
    ("wood", "sky-hi", GRAPHIC),
    ("wood", "sky-lo", GRAPHIC),
    ("fig-coat", "sky-mid", GRAPHIC),
    ("fig-pack", "sky-mid", GRAPHIC),
];

/// What is warm is seen by its outline in the day, and by itself at night.
const WARM: [(&str, &str, &str); 2] = [("day", "ink", "warm"), ("night", "warm", "raised")];

/// The lights there are.
const SCHEMES: [&str; 2] = ["day", "night"];

type Colour = [f64; 3];

/// The custom properties of tokens.css that are colours.
struct Tokens(HashMap<String, String>);

impl Tokens {
    /// The roles of one light; the night has a value of its own for every colour of the day.
    fn read(scheme: &str) -> Self {
        let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css");
        let text = fs::read_to_string(sheet).unwrap();
        let (day, night) = text.split_once("@night").unwrap();
        let declared = |text: &str| -> HashMap<String, String> {
            let lines = text.lines().filter_map(|line| {
                let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
                Some((name.to_owned(), value.split(';').next()?.trim().to_owned()))
            });
            lines.collect()
        };
        let mut roles = declared(day);
        if scheme == "night" {
            roles.extend(declared(night));
        }
        Self(roles)
    }

    /// Names of the roles that are colours.
    fn roles(&self) -> Vec<&String> {
        let is_colour = |value: &String| {
            value.starts_with('#') || value.starts_with("rgb(") || value.starts_with("var(--p-")
        };
        let mut roles: Vec<&String> = self
            .0
            .iter()
            .filter(|(name, value)| !name.starts_with("p-") && is_colour(value))
            .map(|(name, _)| name)
            .collect();
        roles.sort();
        roles
    }

    /// Red, green, blue from 0 to 255, and how much they cover from 0 to 1.
    fn colour(&self, name: &str) -> (Colour, f64) {
        let Some(value) = self.0.get(name) else { unreachable!("no token --{name}") };
        if let Some(other) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            return self.colour(other);
        }
        if let Some(hex) = value.strip_prefix('#') {
            let part = |at: usize| {
                f64::from(u8::from_str_radix(hex.get(at..at + 2).unwrap(), 16).unwrap())
            };
            return ([part(0), part(2), part(4)], 1.0);
        }
        let parts: Vec<f64> = value
            .trim_start_matches("rgb(")
            .trim_end_matches(')')
            .replace('/', " ")
            .split_whitespace()
            .filter_map(|part| part.parse().ok())
            .collect();
        match parts.as_slice() {
            [red, green, blue] => ([*red, *green, *blue], 1.0),
            [red, green, blue, cover] => ([*red, *green, *blue], *cover),
            _ => unreachable!("--{name} is no colour: {value}"),
        }
    }

    fn plain(&self, name: &str) -> Colour {
        let (colour, cover) = self.colour(name);
        assert!((cover - 1.0).abs() < f64::EPSILON, "--{name} lets the ground through");
        colour
    }
}

/// Source: WCAG 2.2, definition of relative luminance.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Source: WCAG 2.2, definition of contrast ratio; from 1 to 21.
fn ratio(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_formula_gives_the_published_ends() {
    assert!((ratio([255.0; 3], [0.0; 3]) - 21.0).abs() < 1e-9);
    assert!((ratio([118.0; 3], [255.0; 3]) - 4.54).abs() < 0.01); // #767676, the lightest grey for text on white
}

#[test]
fn every_pair_of_colours_can_be_told_apart() {
    for scheme in SCHEMES {
        let tokens = Tokens::read(scheme);
        let warm = WARM
            .iter()
            .filter(|(of, ..)| *of == scheme)
            .map(|(_, fore, back)| (*fore, *back, GRAPHIC));
        let faint: Vec<_> = PAIRS
            .into_iter()
            .chain(warm)
            .filter_map(|(fore, back, least)| {
                let found = ratio(tokens.plain(fore), tokens.plain(back));
                (found < least)
                    .then(|| format!("{scheme}: {fore} on {back}: {found:.2}, needs {least}"))
            })
            .collect();
        assert_eq!(faint, Vec::<String>::new());
    }
}

#[test]
fn the_night_has_a_value_for_every_role() {
    let (day, night) = (Tokens::read("day"), Tokens::read("night"));
    let same: Vec<_> =
        day.roles().into_iter().filter(|role| day.0.get(*role) == night.0.get(*role)).collect();
    assert_eq!(same, Vec::<&String>::new());
}

#[test]
fn words_on_a_picture_can_be_read_whatever_lies_under_them() {
    for scheme in SCHEMES {
        let tokens = Tokens::read(scheme);
        let (veil, cover) = tokens.colour("veil");
        for ground in ["path", "rim", "stone", "l4", "l4b", "l5", "l6"] {
            let ground = tokens.plain(ground);
            let seen = [0, 1, 2].map(|part| veil[part] * cover + ground[part] * (1.0 - cover));
            let found = ratio(tokens.plain("on-veil"), seen);
            assert!(TEXT <= found, "{scheme}: {found:.2}");
        }
    }
}
