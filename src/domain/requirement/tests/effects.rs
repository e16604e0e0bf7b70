//! What a course would change.

use super::*;
use crate::domain::requirement::effect::gain;
use crate::domain::requirement::effect::{Effect, effect};

fn pmp() -> Rule {
    let mut rule = in_unit(Unit::Pdu, "60");
    rule.step = amount("0.25");
    rule.minimums = vec![minimum("education", "35"), minimum("power-skills", "8")];
    rule.maximums = vec![maximum(label("giving-back"), "25", Reach::Span(Per::Period))];
    rule
}

fn adding(evaluation: &Evaluation, rule: &Rule, courses: &[&Course]) -> Effect {
    effect(rule, evaluation, courses)
}

#[test]
fn a_course_fills_what_is_missing_and_no_more() {
    let rule = pmp();
    let evaluation =
        on(&rule, None, &record(&["a 2026-01-01 30 education", "b 2026-01-01 20 giving-back"]), "2026-06-01");
    for (hours, labels, gain, total) in [
        ("4", &["education"][..], "8", "54"),
        ("8", &["education", "power-skills"], "21", "58"),
        ("8", &["giving-back"], "5", "55"),
        ("40", &["education"], "15", "90"),
        ("0.24", &["education"], "0", "50"),
    ] {
        let effect = adding(&evaluation, &rule, &[&course("c", hours, labels)]);
        let found = (effect.gain.to_string(), effect.after[0].counted.to_string());
        assert_eq!(found, (gain.to_owned(), total.to_owned()), "{hours} {labels:?}");
    }
}

#[test]
fn courses_come_one_after_the_other() {
    let rule = pmp();
    let evaluation = on(&rule, None, &record(&[]), "2026-06-01");
    let (a, b) = (course("a", "20", &["giving-back"]), course("b", "20", &["giving-back"]));
    let effect = adding(&evaluation, &rule, &[&a, &b]);
    let counted: Vec<String> = effect.credits.iter().map(|credit| credit.counted.to_string()).collect();
    assert_eq!((counted, effect.gain), (vec!["20".to_owned(), "5".to_owned()], amount("25")));
    assert_eq!(effect.state, State::AtRisk);
}

#[test]
fn the_rest_of_the_plan_stays_planned() {
    let rule = rule("40");
    let (big, small) = (course("big", "30", &[]), course("small", "10", &[]));
    let planned = [Planned::new(&big, Some(day("2026-12-01"))), Planned::new(&small, None)];
    let evaluation = with_plan(&rule, None, &record(&[]), &planned, "2026-11-01");
    assert_eq!(evaluation.state, State::OnTrack);
    // A planned course is no longer planned once it is done; another comes on top.
    let effect = adding(&evaluation, &rule, &[&small]);
    assert_eq!((effect.after[0].counted, effect.after[0].planned), (amount("10"), amount("30")));
    assert_eq!((effect.state, effect.gain), (State::OnTrack, amount("10")));
    let effect = adding(&evaluation, &rule, &[&course("other", "5", &[])]);
    assert_eq!((effect.after[0].counted, effect.after[0].planned), (amount("5"), amount("40")));
}

#[test]
fn nothing_is_added_without_hours_or_to_a_period_that_is_over() {
    let rule = rule("40");
    let unstated = Course { hours: None, ..course("c", "1", &[]) };
    let evaluation = on(&rule, None, &record(&[]), "2026-11-01");
    let effect = adding(&evaluation, &rule, &[&unstated]);
    assert_eq!((effect.gain, &effect.after), (Amount::ZERO, &evaluation.parts));
    let subject = Subject { rule: &rule, since: None, totals: &[] };
    let last = period("2025-01-01", "2025-12-31");
    let over = crate::domain::requirement::evaluate::evaluate_period(
        &subject,
        &record(&[]),
        &[],
        last,
        day("2026-02-01"),
    );
    let effect = adding(&over, &rule, &[&course("c", "8", &[])]);
    assert_eq!((effect.gain, &effect.after), (Amount::ZERO, &over.parts));
}

#[test]
fn before_the_first_period_a_course_counts_for_nothing() {
    let mut rule = rule("40");
    rule.cycle = personal(24);
    rule.minimums = vec![Minimum { label: None, per: Per::Year, ..minimum("x", "20") }];
    let evaluation = on(&rule, Some("2027-01-01"), &record(&[]), "2026-11-01");
    let effect = adding(&evaluation, &rule, &[&course("c", "8", &[])]);
    assert_eq!((effect.gain, &effect.after), (Amount::ZERO, &evaluation.parts));
    assert_eq!(gain(&rule, &evaluation, &course("c", "8", &[]), None), None);
}

#[test]
fn what_a_minimum_brings_to_the_total_anyway_is_not_wanted_from_others() {
    let mut rule = rule("90");
    rule.minimums = vec![minimum("x", "18"), minimum("y", "42")];
    let evaluation = |y: &str| on(&rule, None, &record(&[&format!("a 2026-02-01 {y} y")]), "2026-11-01");
    let gained = |y: &str, hours: &str, labels: &[&str]| {
        let gain = gain(&rule, &evaluation(y), &course("c", hours, labels), None).unwrap();
        gain.missing_less.to_string()
    };
    // 88 of 90, and 18 of `x` are missing: those 18 close the total as well.
    assert_eq!(gained("88", "8", &["y"]), "0");
    assert_eq!(gained("88", "18", &["x"]), "20");
    // 60 of 90: 12 are open besides the 18.
    assert_eq!(gained("60", "8", &["y"]), "8");
    assert_eq!(gained("60", "20", &["y"]), "12");
}

#[test]
fn what_gives_nothing_is_no_first_time() {
    let mut rule = rule("40");
    let teaching = Label::Form(Form::Teaching);
    rule.multipliers = vec![Multiplier { label: teaching, by: Ratio::new(2, 1).unwrap(), first_time: true }];
    let taught = |id: &str, date: &str, unit| {
        let entry = Entry::new(EntryId::new(id).unwrap(), day(date), "Walls".to_owned(), amount("3"));
        Entry { unit, form: Some(Form::Teaching), ..entry }
    };
    let entries = vec![taught("a", "2026-01-02", Unit::Event), taught("b", "2026-05-01", Unit::Hour)];
    let evaluation = on(&rule, None, &HoursRecord::new(entries, Vec::new()), "2026-11-01");
    assert_eq!(evaluation.tally.total(), amount("6"));
}

#[test]
fn a_course_counts_as_passed_in_the_lower_end_of_its_hours() {
    let mut rule = rule("40");
    rule.counts_when = super::super::rule::CountsWhen::Passed;
    let range = StatedHours::Range { min: amount("4"), max: Some(amount("9")), basis: None };
    let course = Course { hours: Some(range), ..course("c", "1", &[]) };
    let evaluation = on(&rule, None, &record(&[]), "2026-11-01");
    assert_eq!(adding(&evaluation, &rule, &[&course]).gain, amount("4"));
}

#[test]
fn what_was_taught_before_or_twice_is_no_first_time() {
    let mut rule = rule("40");
    let by = Ratio::parse("2").unwrap();
    rule.multipliers = vec![Multiplier { label: Label::Form(Form::Teaching), by, first_time: true }];
    let teaching = Some(Form::Teaching);
    let old = Course { form: teaching, ..course("old", "4", &[]) };
    let new = Course { form: teaching, ..course("new", "4", &[]) };
    let mut entry = entry("a 2025-01-01 4");
    (entry.form, entry.course) = (teaching, Some(old.id.clone()));
    let record = HoursRecord::new(vec![entry], Vec::new());
    let evaluation = on(&rule, None, &record, "2026-11-01");
    let gain = |courses: &[&Course]| adding(&evaluation, &rule, courses).gain.to_string();
    assert_eq!([gain(&[&old]), gain(&[&new]), gain(&[&new, &new])], ["4", "8", "12"]);
    let planned = [Planned::new(&old, None), Planned::new(&new, None)];
    let evaluation = with_plan(&rule, None, &record, &planned, "2026-11-01");
    assert_eq!(evaluation.parts[0].planned, amount("12"));
}

#[test]
fn a_gain_is_seen_in_every_part_that_wants_something_advice_too() {
    let mut rule = rule("40");
    rule.minimums = vec![Minimum { soft: true, ..minimum("x", "10") }];
    let evaluation = on(&rule, None, &record(&[]), "2026-11-01");
    assert_eq!(adding(&evaluation, &rule, &[&course("c", "4", &["x"])]).gain, amount("8"));
    rule.total = None;
    let evaluation = on(&rule, None, &record(&[]), "2026-11-01");
    assert_eq!(adding(&evaluation, &rule, &[&course("c", "4", &["x"])]).gain, amount("4"));
}
