//! The browser's way in: it names the two stores and hands everything else to the screens.

fn main() {
    foothold::ui::start();
}
