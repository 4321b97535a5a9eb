//! Pages on paper: printed by the browser, read back as text, kept as pictures.

use std::path::{Path, PathBuf};

use thirtyfour::common::print::{PrintMargins, PrintOrientation, PrintPage, PrintParameters};

use crate::fault::{Check, Fault, ensure};
use crate::page::Page;
use crate::process::output;

/// A printed document.
#[derive(Debug)]
pub struct Printed {
    file: PathBuf,
    /// What it says.
    pub text: String,
    /// How many sheets.
    pub pages: usize,
}

/// A paper size in centimetres.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// Its name.
    pub name: &'static str,
    width: f64,
    height: f64,
}

/// The two papers a practice has.
pub const PAPERS: [Paper; 2] = [
    Paper { name: "Letter", width: 21.59, height: 27.94 },
    Paper { name: "A4", width: 21.0, height: 29.7 },
];

/// Prints the page on that paper into `folder`; the margins are the page's own.
pub async fn print(page: &Page, paper: Paper, folder: &Path, name: &str) -> Check<Printed> {
    let zero = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
    let parameters = PrintParameters {
        orientation: PrintOrientation::Portrait,
        page: PrintPage { width: paper.width, height: paper.height },
        margin: zero,
        background: false, // as most printers are left
        shrink_to_fit: false,
        ..PrintParameters::default()
    };
    let bytes = page.browser.session()?.print_page(parameters).await?;
    std::fs::create_dir_all(folder)?;
    let file = folder.join(format!("{name}-{}.pdf", paper.name));
    std::fs::write(&file, bytes)?;
    let path = file.to_string_lossy().into_owned();
    let text = output("pdftotext", &["-layout", &path, "-"]).await?;
    let facts = output("pdfinfo", &[&path]).await?;
    let pages = facts
        .lines()
        .find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
        .ok_or_else(|| Fault::new("pdfinfo does not count the pages"))?;
    let picture = file.with_extension("");
    output("pdftoppm", &["-r", "110", "-png", &path, &picture.to_string_lossy()]).await?;
    Ok(Printed { file, text, pages })
}

impl Printed {
    /// Holds when the paper says that, line breaks aside.
    pub fn says(&self, words: &str) -> Check {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        ensure(flat(&self.text).contains(&flat(words)), || {
            format!("{} does not say {words:?} but: {}", self.file.display(), flat(&self.text))
        })
    }

    /// Holds when nothing of the screen is on the paper.
    pub fn silent_on(&self, words: &str) -> Check {
        ensure(!self.text.contains(words), || {
            format!("{} must not say {words:?}", self.file.display())
        })
    }

    /// Holds when it is one sheet.
    pub fn one_sheet(&self) -> Check {
        ensure(self.pages == 1, || {
            format!("{} has {} pages instead of one", self.file.display(), self.pages)
        })
    }
}
