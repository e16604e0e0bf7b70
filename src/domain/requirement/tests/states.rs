//! How each part stands, and what that rests on.

use super::*;
use crate::domain::progress::Progress;
use crate::domain::requirement::effect;
use crate::domain::requirement::evaluate::evaluate_period;
use crate::domain::requirement::part::overall;
use crate::domain::{Catalog, Plan, PlanItem};

/// An evaluation with courses of so many hours planned by a day, all of category `x`.
fn planning(rule: &Rule, entries: &[&str], plan: &[(&str, Option<&str>)], as_of: &str) -> Evaluation {
    let named = |(at, (hours, _)): (usize, &(&str, _))| course(&format!("c{at}"), hours, &["x"]);
    let courses: Vec<Course> = plan.iter().enumerate().map(named).collect();
    let planned: Vec<Planned> =
        courses.iter().zip(plan).map(|(course, (_, by))| Planned::new(course, by.map(day))).collect();
    with_plan(rule, Some("2026-01-01"), &record(entries), &planned, as_of)
}

fn stands(rule: &Rule, entries: &[&str], plan: &[(&str, Option<&str>)], as_of: &str) -> (State, Basis) {
    let evaluation = planning(rule, entries, plan, as_of);
    (evaluation.parts[0].state, evaluation.parts[0].basis)
}

#[test]
fn the_total_stands_by_what_is_counted_planned_and_by_pace() {
    let reaches = amount;
    let behind = |plan, pace| Basis::Behind { by_plan: amount(plan), by_pace: amount(pace) };
    let by_plan = (State::OnTrack, Basis::Plan { reaches: reaches("90") });
    let december = Some("2026-12-31");
    for (hours, plan, as_of, expected) in [
        ("90", &[][..], "2026-03-01", (State::Met, Basis::Enough)),
        ("90", &[], "2026-12-31", (State::Met, Basis::Enough)),
        ("89.99", &[], "2026-03-01", (State::OnTrack, Basis::Pace { reaches: reaches("547.43") })),
        ("10", &[("80", december)], "2026-12-01", by_plan),
        ("10", &[("79.99", december)], "2026-12-01", (State::AtRisk, behind("89.99", "10.89"))),
        ("45", &[], "2026-07-01", (State::OnTrack, Basis::Pace { reaches: reaches("90.24") })),
        ("45", &[], "2026-07-02", (State::AtRisk, behind("45", "89.75"))),
        ("45", &[("5", None)], "2026-09-30", (State::AtRisk, behind("50", "60.16"))),
        ("65.99", &[], "2026-12-31", (State::Impossible, Basis::TooLate { most: reaches("24") })),
        (
            "65.99",
            &[("24.01", None)],
            "2026-12-31",
            (State::Impossible, Basis::TooLate { most: reaches("24") }),
        ),
        ("66", &[], "2026-12-31", (State::AtRisk, behind("66", "66"))),
        ("66", &[], "2026-12-30", (State::AtRisk, behind("66", "66.18"))),
    ] {
        let found = stands(&rule("90"), &[&format!("a 2026-01-01 {hours}")], plan, as_of);
        assert_eq!(found, expected, "{hours} {plan:?} {as_of}");
    }
}

#[test]
fn a_period_that_is_over_is_met_or_missed_and_takes_no_plan() {
    let rule = rule("90");
    let subject = Subject { rule: &rule, since: None, totals: &[] };
    let course = course("c", "50", &[]);
    let planned = [Planned::new(&course, None), Planned::new(&course, Some(day("2026-11-01")))];
    let last = period("2026-01-01", "2026-12-31");
    for (hours, state, basis) in [("90", State::Met, Basis::Enough), ("89.99", State::Missed, Basis::Over)] {
        let record = record(&[&format!("a 2026-12-31 {hours}")]);
        let evaluation = evaluate_period(&subject, &record, &planned, last, day("2027-01-01"));
        let part = &evaluation.parts[0];
        assert_eq!((part.state, part.basis, part.planned), (state, basis, Amount::ZERO));
    }
    let window = Rule { cycle: rolling(12), ..rule.clone() };
    let subject = Subject { rule: &window, since: None, totals: &[] };
    let evaluation = evaluate_period(&subject, &record(&[]), &planned, last, day("2027-01-01"));
    assert_eq!((evaluation.state, evaluation.parts[0].planned), (State::Missed, Amount::ZERO));
}

#[test]
fn a_plan_counts_where_its_day_lies() {
    let planned = |plan: &[(&str, Option<&str>)], as_of| {
        planning(&rule("90"), &["a 2026-03-01 1"], plan, as_of).parts[0].planned.to_string()
    };
    for (by, counted) in [
        (None, "8"),
        (Some("2026-06-01"), "8"),
        (Some("2026-12-31"), "8"),
        (Some("2027-01-01"), "0"),
        // A plan for last year is not this year's, whatever day is looked at.
        (Some("2026-01-05"), "8"),
        (Some("2025-12-31"), "0"),
    ] {
        assert_eq!(planned(&[("8", by)], "2026-03-01"), counted, "{by:?}");
    }
    assert_eq!(planned(&[("8", None), ("0.5", Some("2026-04-01"))], "2026-03-01"), "8.5");
}

#[test]
fn what_is_overdue_can_be_done_today_at_the_earliest() {
    let course = course("c", "8", &[]);
    let catalog = Catalog::new(vec![course.clone()]);
    let by = |by: Option<&str>| {
        let item = PlanItem::new(course.id.clone(), "C", day("2025-01-01"));
        let plan = Plan { items: vec![PlanItem { by: by.map(day), ..item }] };
        effect::planned(&plan, &catalog, &Progress::default(), day("2026-03-01"))[0].by
    };
    assert_eq!(by(Some("2025-12-01")), Some(day("2026-03-01")));
    assert_eq!(by(Some("2026-12-01")), Some(day("2026-12-01")));
    assert_eq!(by(None), None);
}

#[test]
fn before_the_personal_date_the_first_period_is_ahead() {
    let mut rule = rule("744");
    rule.cycle = personal(1);
    let plan = [("8", None), ("4", Some("2025-12-01")), ("2", Some("2026-01-02"))];
    let evaluation = planning(&rule, &[], &plan, "2025-11-01");
    assert_eq!((evaluation.state, evaluation.parts[0].planned), (State::OnTrack, amount("10")));
    rule.total = Some(amount("744.01"));
    let too_much = (State::Impossible, Basis::TooLate { most: amount("744") });
    assert_eq!(stands(&rule, &[], &[], "2025-11-01"), too_much);
}

#[test]
fn a_plan_for_this_year_is_not_next_year_s() {
    let rule = rule("90");
    let subject = Subject { rule: &rule, since: None, totals: &[] };
    let (early, late) = (course("early", "8", &[]), course("late", "4", &[]));
    let planned =
        [Planned::new(&early, Some(day("2026-11-01"))), Planned::new(&late, Some(day("2027-02-01")))];
    let next = period("2027-01-01", "2027-12-31");
    let evaluation = evaluate_period(&subject, &record(&[]), &planned, next, day("2026-10-01"));
    assert_eq!(evaluation.parts[0].planned, amount("4"));
    let ids: Vec<&str> = evaluation.planned.iter().map(|planned| planned.course.as_str()).collect();
    assert_eq!(ids, ["late"]);
}

#[test]
fn a_planned_course_without_hours_is_told_and_adds_nothing() {
    let unstated = Course { hours: None, ..course("c", "1", &[]) };
    let late = Planned::new(&unstated, Some(day("2027-05-01")));
    let planned = [Planned::new(&unstated, None), late];
    let evaluation = with_plan(&rule("90"), None, &record(&[]), &planned, "2026-05-01");
    assert_eq!((evaluation.unstated, evaluation.parts[0].planned), (1, Amount::ZERO));
}

#[test]
fn the_plan_is_capped_oldest_first_after_what_is_counted() {
    let mut rule = rule("90");
    rule.maximums = vec![maximum(label("x"), "10", Reach::Span(Per::Period))];
    let plan = [("4", Some("2026-12-01")), ("5", Some("2026-06-01"))];
    let evaluation = planning(&rule, &["a 2026-01-01 3 x"], &plan, "2026-03-01");
    assert_eq!((evaluation.parts[0].planned, evaluation.parts[1].planned), (amount("7"), amount("7")));
    assert_eq!(evaluation.parts[1].basis, Basis::Room { left: amount("7") });
    let ids: Vec<&str> = evaluation.planned.iter().map(|planned| planned.course.as_str()).collect();
    assert_eq!(ids, ["c1", "c0"], "by their days");
}

#[test]
fn a_rolling_window_never_closes() {
    let mut rule = rule("150");
    rule.cycle = rolling(36);
    let behind = Basis::Behind { by_plan: amount("100"), by_pace: amount("100") };
    assert_eq!(stands(&rule, &["a 2026-03-01 100"], &[], "2026-06-01"), (State::AtRisk, behind));
    let plan = [("50", Some("2027-06-01"))];
    let reaches = Basis::Plan { reaches: amount("150") };
    assert_eq!(stands(&rule, &["a 2026-03-01 100"], &plan, "2026-06-01"), (State::OnTrack, reaches));
}

#[test]
fn advice_is_never_a_failure_and_a_total_that_nobody_states_wants_nothing() {
    let mut rule = rule("90");
    let share = Threshold::ShareOfRequired(Ratio::parse("2/3").unwrap());
    rule.minimums = vec![Minimum { amount: share, soft: true, ..minimum("professional", "0") }];
    let evaluation = on(&rule, None, &record(&["a 2026-01-01 90"]), "2026-12-31");
    let advice = part(&evaluation, "professional");
    assert_eq!(
        (advice.state, advice.basis, advice.required),
        (State::Advice, Basis::Soft, Some(amount("60")))
    );
    assert_eq!((evaluation.state, advice.missing()), (State::Met, Some(amount("60"))));
    let met = on(&rule, None, &record(&["a 2026-01-01 60 professional"]), "2026-12-31");
    assert_eq!(part(&met, "professional").state, State::Met);

    rule.total = Some(amount("100"));
    let evaluation = on(&rule, None, &record(&["a 2026-01-01 90"]), "2026-12-31");
    assert_eq!(part(&evaluation, "professional").required, Some(amount("66.67")), "never rounded down");
    rule.total = None;
    rule.minimums.clear();
    let evaluation = on(&rule, None, &record(&["a 2026-01-01 90"]), "2026-12-31");
    let total = part(&evaluation, "total");
    assert_eq!((total.state, total.basis, total.missing()), (State::Advice, Basis::NotStated, None));
    assert_eq!(evaluation.state, State::Advice);
    rule.minimums = vec![minimum("ethics", "1")];
    let evaluation = on(&rule, None, &record(&["a 2026-01-01 90 ethics"]), "2026-12-31");
    assert_eq!(evaluation.state, State::Met, "the parts alone decide");
}

#[test]
fn a_share_of_what_is_counted_grows_with_it() {
    let mut rule = rule("90");
    let share = Threshold::ShareOfCounted(Ratio::parse("2/3").unwrap());
    rule.minimums = vec![Minimum { amount: share, ..minimum("x", "0") }];
    let required = |entries: &[&str]| {
        let evaluation = on(&rule, None, &record(entries), "2026-12-31");
        part(&evaluation, "x").required.unwrap().to_string()
    };
    assert_eq!(required(&["a 2026-01-01 30 x"]), "60");
    assert_eq!(required(&["a 2026-01-01 30 x", "b 2026-01-01 90"]), "80");
    // 50 of 110 are x; 30 more of x make 80 of 140, and two thirds of these are 93.34.
    let evaluation =
        planning(&rule, &["a 2026-11-30 50 x", "b 2026-11-30 60"], &[("30", None)], "2026-12-01");
    let part = part(&evaluation, "x");
    assert_eq!((part.required, part.planned), (Some(amount("73.34")), amount("30")));
    assert_eq!(part.state, State::AtRisk);
    // By pace both grow alike: what is short of two thirds stays short.
    let evaluation = on(&rule, None, &record(&["a 2026-01-30 50 x", "b 2026-01-30 60"]), "2026-06-01");
    assert_eq!(super::part(&evaluation, "x").state, State::AtRisk);
    let evaluation = on(&rule, None, &record(&["a 2026-01-30 30 x", "b 2026-01-30 10"]), "2026-03-01");
    assert_eq!(super::part(&evaluation, "x").state, State::OnTrack);
}

#[test]
fn a_person_who_is_exempt_for_a_period_misses_nothing() {
    let mut rule = rule("36");
    rule.minimums = vec![minimum("ethics", "1")];
    let totals = [TotalOverride { period: Some(day("2026-01-01")), hours: Amount::ZERO }];
    let subject = Subject { rule: &rule, since: None, totals: &totals };
    let evaluation = evaluate(&subject, &record(&[]), &[], day("2026-12-31")).unwrap();
    assert_eq!((evaluation.state, evaluation.overridden), (State::Met, Some(Amount::ZERO)));
    let evaluation = evaluate(&subject, &record(&[]), &[], day("2027-12-31")).unwrap();
    assert_eq!((evaluation.state, evaluation.overridden), (State::Impossible, None));
}

#[test]
fn the_rule_stands_as_its_worst_binding_part_does() {
    let worst = |states: &[(State, bool)]| {
        let evaluation = on(&rule("1"), None, &record(&[]), "2026-01-01");
        let part = &evaluation.parts[0];
        let parts = states.iter().map(|(state, soft)| Part { state: *state, soft: *soft, ..part.clone() });
        overall(&parts.collect::<Vec<_>>())
    };
    use State as S;
    assert_eq!(worst(&[(S::Met, false), (S::OnTrack, false)]), S::OnTrack);
    assert_eq!(worst(&[(S::AtRisk, false), (S::OnTrack, false)]), S::AtRisk);
    assert_eq!(worst(&[(S::AtRisk, false), (S::Impossible, false)]), S::Impossible);
    assert_eq!(worst(&[(S::Missed, false), (S::Impossible, false)]), S::Missed);
    assert_eq!(worst(&[(S::Met, false), (S::Missed, true)]), S::Met);
    assert_eq!(worst(&[]), S::Advice);
}
