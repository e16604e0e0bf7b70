//! What is read from sound packs.

use super::{fixture, open_only};
use tuition::domain::Amount;
use tuition::domain::requirement::{Anchor, Cycle};
use tuition::domain::vocabulary::Unit;

#[test]
fn what_is_valid_is_told_nothing_about() {
    for entry in std::fs::read_dir(fixture("valid")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let opened = open_only(&[&format!("valid/{name}")]);
        assert_eq!(opened.problems, [], "{name}");
        assert_eq!(opened.packs.rules().len(), 1, "{name}");
    }
}

#[test]
fn every_key_arrives() {
    let opened = open_only(&["valid/everything.toml"]);
    insta::assert_debug_snapshot!("everything", opened.packs.rules()[0]);
    let rule = &opened.packs.rules()[0];
    assert_eq!(rule.examples[0].run(rule), []);
}

#[test]
fn what_a_pack_leaves_out_is_what_its_unit_and_the_format_say() {
    let opened = open_only(&["valid/minimal.toml"]);
    let rule = &opened.packs.rules()[0];
    assert_eq!((rule.total, rule.step, rule.unit_minutes), (None, Amount::ZERO, Unit::Pdh.asked_minutes()));
    assert_eq!(rule.cycle, Cycle::CALENDAR_YEAR);
    assert_eq!((*rule.origin.file).clone(), fixture("valid/minimal.toml"));
    assert_eq!(rule.origin.line, 2);
}

#[test]
fn anchors_keep_their_day_and_year() {
    let cycle = |name: &str| open_only(&[&format!("valid/{name}.toml")]).packs.rules()[0].cycle.clone();
    let july = Anchor::Fixed { month: 7, day: 1, from_year: Some(2025) };
    assert_eq!(cycle("month-day"), Cycle { anchor: july, months: 24 });
    let january = |from_year| Anchor::Fixed { month: 1, day: 1, from_year };
    assert_eq!(cycle("half-year"), Cycle { anchor: january(None), months: 6 });
    assert_eq!(cycle("longest"), Cycle { anchor: january(Some(2020)), months: 120 });
    assert_eq!(cycle("rolling"), Cycle { anchor: Anchor::Rolling, months: 36 });
}
