//! A backup leaves the browser as a file and comes back into an empty one; a file that is no good is refused by name.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fault::{Check, Fault, Where, ensure};
use crate::journey::{Journey, Look, WORDS};
use crate::names::*;
use crate::page::Page;
use crate::stage::Stage;

/// Out of one profile, into another: the same chart. Files that are no good change nothing.
pub async fn out_and_in(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.begin().await?;
    journey.build().await?;
    stage.step("out");
    journey.to("#/settings").await?;
    page.button(DOWNLOAD).click().await?;
    page.says(".foothold is in your downloads").await?;
    let bytes = page.last_file().await?;
    ensure(bytes.starts_with(b"FOOTHOLD1"), || "a backup begins with FOOTHOLD1".to_owned())?;
    stage.step("into an empty browser");
    let other = stage.open().await?;
    other.up().await?;
    other.says(NO_CHART).await?;
    let journey = Journey { stage: &stage, page: &other, look: Look::Past };
    journey.to("#/settings").await?;
    for (name, file, sentence) in bad_files(&stage, &bytes)? {
        stage.step(format!("a file that is {name}"));
        give(&other, &file).await?;
        other.says(sentence).await?;
        other.says("Nothing was changed").await?;
    }
    journey.to("#/").await?;
    other.says(NO_CHART).await.at("after the bad files")?;
    stage.step("the backup itself");
    journey.to("#/settings").await?;
    give(&other, &write(&stage, "good.foothold", &bytes)?).await?;
    other.says("good.foothold: The backup is whole: 1 chart").await?;
    journey.saved().await?;
    journey.to("#/").await?;
    other.link(&format!("*{WORDS}*")).click().await?;
    other.says("ride the bus to work").await?;
    stage.step("once more changes nothing");
    journey.to("#/settings").await?;
    give(&other, &write(&stage, "good.foothold", &bytes)?).await?;
    other.says("Everything in this backup was here already").await
}

/// Restores that file.
pub(super) async fn give(page: &Page, file: &Path) -> Check {
    page.part("file", RESTORE).give_file(file).await
}

type Bad = (&'static str, PathBuf, &'static str);

fn bad_files(stage: &Stage, good: &[u8]) -> Check<Vec<Bad>> {
    let half = good.get(..good.len() / 2).unwrap_or_default();
    // What a later Foothold writes is known by its first line alone.
    let newer = [b"FOOTHOLD2", good.get("FOOTHOLD1".len()..).unwrap_or_default()].concat();
    let mut flipped = good.to_vec();
    let middle = flipped.len() * 2 / 3;
    if let Some(byte) = flipped.get_mut(middle) {
        *byte ^= 1;
    }
    Ok(vec![
        ("cut off", write(stage, "cut.foothold", half)?, "cut off"),
        (
            "of another program",
            write(stage, "other.json", b"{\"charts\": []}")?,
            "not a Foothold backup",
        ),
        ("empty", write(stage, "empty.foothold", b"")?, "not a Foothold backup"),
        ("newer", write(stage, "newer.foothold", &newer)?, "made by a newer Foothold"),
        ("damaged", write(stage, "damaged.foothold", &flipped)?, "damaged"),
        (
            "50 megabytes large",
            write(stage, "large.foothold", &vec![b'x'; 50 << 20])?,
            "50 megabytes",
        ),
    ])
}

/// A file among what the stage keeps.
pub(super) fn write(stage: &Stage, name: &str, bytes: &[u8]) -> Check<PathBuf> {
    let file = stage.profile()?.join(name);
    std::fs::write(&file, bytes).map_err(Fault::from)?;
    Ok(file)
}
