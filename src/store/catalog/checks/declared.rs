//! A course names tracks and stages that are declared, if the catalogs declare any: a catalog
//! without declarations shows plain ids and is fine.

use super::super::merge::Merge;
use super::Suggestions;
use crate::store::reading::problem::ProblemKind;
use std::collections::HashSet;

pub(super) fn check(merge: &mut Merge, suggestions: &mut Suggestions) {
    let tracks: Vec<&str> = merge.tracks.iter().map(|track| track.id.as_str()).collect();
    let stages: Vec<&str> = merge.stages.iter().map(|stage| stage.id.as_str()).collect();
    let known_tracks: HashSet<&str> = tracks.iter().copied().collect();
    let known_stages: HashSet<&str> = stages.iter().copied().collect();
    for references in &merge.references {
        if let Some(track) = &references.track
            && !tracks.is_empty()
            && !known_tracks.contains(track.value.as_str())
        {
            let id = track.value.clone();
            let suggestion = suggestions.among(&id, tracks.iter().copied());
            merge.report.note_at(track.mark, ProblemKind::UndeclaredTrack { id, suggestion });
        }
        if let Some(stage) = &references.stage
            && !stages.is_empty()
            && !known_stages.contains(stage.value.as_str())
        {
            let id = stage.value.clone();
            let suggestion = suggestions.among(&id, stages.iter().copied());
            merge.report.note_at(stage.mark, ProblemKind::UndeclaredStage { id, suggestion });
        }
    }
}
