//! Pictures for people who look at the design: every screen of the main job at four sizes, and the printed pages.

use std::path::Path;
use std::sync::Arc;

use crate::fault::Check;
use crate::journey::{Journey, Look, WORDS};
use crate::names::*;
use crate::paper::{PAPERS, print};
use crate::scenario::mountain::{begin, put_steps};
use crate::stage::Stage;

/// Walks through every screen and leaves its pictures in `folder`.
pub async fn take(stage: Arc<Stage>, folder: &Path) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Pictures(folder.to_owned()) };
    journey.whole().await?;
    for paper in PAPERS {
        let sheet = journey.here().await?;
        journey.to("#/settings").await?;
        page.part("radiogroup", PAPER).radio(&format!("*{}", paper.name)).click().await?;
        journey.to(&sheet).await?;
        page.says(WORDS).await?;
        print(&page, paper, folder, "printed").await?;
    }
    page.link(BACK_TO_PAGE).click().await?;
    page.part("summary", TOOLS).seen().await?;
    journey.state("open page, later").await?;
    for more in [FINISH, SOMETHING_ELSE] {
        page.part("summary", more).click().await?;
    }
    journey.state("open page, all opened").await?;
    page.tool(DESK).await?;
    journey.state("desk").await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.link(ALL_CHARTS).click().await?;
    page.link(&format!("*{WORDS}*")).seen().await?;
    journey.state("start, one chart").await?;
    page.button(TRY).click().await?;
    page.part("region", COMES_NEXT).seen().await?;
    journey.state("made up, open page").await?;
    page.button(LOOK_UP).click().await?;
    journey.state("made up, look up").await?;
    page.button(BACK_TO_PAGE).click().await?;
    page.button(CLOSE).click().await?;
    journey.state("made up, close").await?;
    page.button(BACK_TO_PAGE).click().await?;
    page.tool(LADDER).await?;
    journey.state("made up, ladder").await?;
    page.button(CHANGE_STEPS).click().await?;
    journey.state("made up, steps").await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.tool(DESK).await?;
    journey.state("made up, desk").await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.link(ALL_CHARTS).click().await?;
    page.button(TRY).seen().await?;
    journey.state("start, two charts").await?;
    journey.to("#/settings").await?;
    page.button(ADD_CONTACT).click().await?;
    journey.state("settings").await?;
    journey.to("#/nowhere").await?;
    page.link(HELP).seen().await?;
    journey.state("lost").await?;
    for (file, title) in
        [("help.html", HELP_TITLE), ("rescue.html", "What is stored on this tablet")]
    {
        page.go(&format!("{}{file}", stage.server.url())).await?;
        page.heading(title).seen().await?;
        journey.state(title).await?;
    }
    Ok(())
}

/// Walks up the mountain of a child and leaves its pictures in `folder`.
pub async fn mountain(stage: Arc<Stage>, folder: &Path) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Pictures(folder.to_owned()) };
    begin(&page).await?;
    page.link(BACK_TO_PAGE).nth(0).click().await?;
    page.link(MOUNTAIN).seen().await?;
    journey.state("open page of a child").await?;
    page.link(MOUNTAIN).click().await?;
    page.button(ADD_FIRST).seen().await?;
    journey.state("mountain, empty").await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.tool(LADDER).await?;
    put_steps(&page).await?;
    page.link(BACK_TO_PAGE).click().await?;
    page.link(MOUNTAIN).click().await?;
    page.button(DID_IT).seen().await?;
    journey.state("mountain, at the foot").await?;
    page.button(DID_IT).click().await?;
    page.heading("Stone 1. You did it!").seen().await?;
    journey.state("mountain, one done").await?;
    for number in [2, 3] {
        page.button(GO_ON).click().await?;
        page.button(DID_IT).click().await?;
        page.heading(&format!("Stone {number}. You did it!")).seen().await?;
    }
    page.button(GO_ON).click().await?;
    page.heading("Stone 4. This one is next.").seen().await?;
    journey.state("mountain, higher up").await?;
    page.button(DID_IT).click().await?;
    page.heading("You went all the way up.").seen().await?;
    page.part("summary", ALL_STEPS).click().await?;
    journey.state("mountain, at the top").await?;
    page.link(TO_COLOR).click().await?;
    page.heading(TO_COLOR).seen().await?;
    journey.state("mountain to color in").await?;
    let sheet = journey.here().await?;
    for paper in PAPERS {
        journey.to("#/settings").await?;
        page.part("radiogroup", PAPER).radio(&format!("*{}", paper.name)).click().await?;
        journey.to(&sheet).await?;
        page.heading(TO_COLOR).seen().await?;
        print(&page, paper, folder, "printed mountain").await?;
    }
    Ok(())
}
