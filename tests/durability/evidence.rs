//! Certificates are copied whole, once, under the name of what is in them.

use crate::world::{World, now};
use sha2::{Digest, Sha256};
use std::fs;
use tuition::store::record::{RecordProblemKind, SaveError};

#[test]
fn a_copy_is_named_by_its_content_and_kept_once() {
    let world = World::new();
    world.write("../Certificate 证书.PDF", "%PDF-1.7 content");
    world.write("../same.pdf", "%PDF-1.7 content");
    let kept = world.home.keep_evidence(&world.path("../Certificate 证书.PDF"), now()).unwrap();
    let hash: String = Sha256::digest("%PDF-1.7 content").iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((kept.sha256.as_str(), kept.name.as_str()), (hash.as_str(), "Certificate 证书.PDF"));
    world.home.keep_evidence(&world.path("../same.pdf"), now()).unwrap();
    let files: Vec<_> =
        fs::read_dir(world.path("evidence")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, [format!("{hash}.pdf").as_str()]);
    assert_eq!(world.read(&format!("evidence/{hash}.pdf")), "%PDF-1.7 content");
}

#[test]
fn what_is_no_file_is_refused() {
    let world = World::new();
    let error = world.home.keep_evidence(world.root(), now()).unwrap_err();
    match &error {
        SaveError::Unreadable(problem) => assert_eq!(problem.kind, RecordProblemKind::NotAFile),
        other => panic!("{other:?}"),
    }
    assert_eq!(error.exit_code(), 3);
    let error = world.home.keep_evidence(&world.path("../none.pdf"), now()).unwrap_err();
    // What was named is wrong; no save has failed.
    assert_eq!(error.exit_code(), 3, "{error:?}");
    assert!(!world.path("evidence").exists());
}
