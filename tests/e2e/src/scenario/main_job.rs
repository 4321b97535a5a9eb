//! The main job: from a few words to a printed worksheet, closed, reopened, with and without a network.

use std::sync::Arc;

use crate::engine::Engine;
use crate::fault::{Check, Where};
use crate::journey::{Journey, Look, WORDS};
use crate::names::{ALL_CHARTS, BACK_TO_PAGE, HELP, NOT_LOCKED, PAPER};
use crate::paper::{PAPERS, print};
use crate::stage::Stage;

/// Chart, words, sentence, ratings, ladder, a later day, worksheet; then closed and reopened where a driver can.
pub async fn from_words_to_worksheet(stage: Arc<Stage>) -> Check {
    let profile = stage.profile()?;
    let page = stage.browser(&profile).await?;
    page.open("").await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Past };
    journey.whole().await?;
    if stage.engine.prints() {
        for paper in PAPERS {
            stage.step(format!("printed on {}", paper.name));
            let sheet_address = journey.here().await?;
            journey.to("#/settings").await?;
            page.part("radiogroup", PAPER).radio(&format!("*{}", paper.name)).click().await?;
            journey.to(&sheet_address).await?;
            page.says(WORDS).await?;
            let sheet = print(&page, paper, &stage.folder, "worksheet").await?;
            // Firefox writes the bold cut of a variable font as shapes, which cannot be read back as text.
            if stage.engine != Engine::Firefox {
                sheet.says(WORDS)?;
            }
            sheet.says("ride the bus to work")?;
            sheet.says("A. B.")?;
            for screen in [HELP, NOT_LOCKED, BACK_TO_PAGE, "Print\n"] {
                sheet.silent_on(screen)?;
            }
            sheet.one_sheet()?;
        }
        stage.step("closed and reopened");
        crate::watch::all_quiet(&page).await?;
        stage.close(&page).await;
        let page = stage.browser(&profile).await?;
        page.open("").await?;
        let journey = Journey { stage: &stage, page: &page, look: Look::Past };
        journey.all_there().await?;
    }
    Ok(())
}

/// Every state of the main job keeps the accessibility rules, at every width, and never scrolls sideways.
pub async fn looked_at_closely(stage: Arc<Stage>) -> Check {
    let page = stage.open().await?;
    let journey = Journey { stage: &stage, page: &page, look: Look::Closely };
    journey.whole().await?;
    page.link("Back to the page").click().await.at("back")?;
    page.link(ALL_CHARTS).click().await?;
    page.link(&format!("*{WORDS}*")).seen().await?;
    journey.state("start, one chart").await
}
