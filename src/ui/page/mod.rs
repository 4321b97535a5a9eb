//! One file a page, and the frame all pages stand in.

pub(crate) mod about;
pub(crate) mod answered;
pub(crate) mod build;
pub(crate) mod chart;
pub(crate) mod coloring;
pub(crate) mod comes_first;
pub(crate) mod desk;
pub(crate) mod field;
pub(crate) mod frame;
pub(crate) mod how_much;
pub(crate) mod interventions;
pub(crate) mod keeping;
pub(crate) mod ladder;
pub(crate) mod lost;
pub(crate) mod moment;
pub(crate) mod mountain;
pub(crate) mod next;
pub(crate) mod paper;
pub(crate) mod rate;
pub(crate) mod review;
pub(crate) mod settings;
pub(crate) mod start;
pub(crate) mod taken;
pub(crate) mod trial;
pub(crate) mod worksheet;
