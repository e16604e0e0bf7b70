//! Steps 1 to 5: what of an entry counts, and what cut it.

use super::*;
use crate::domain::requirement::convert::{Conversion as How, most_in_days};

/// What one entry claims and counts under a rule.
fn credit(rule: &Rule, entry: Entry) -> (String, String, Vec<Reason>) {
    let record = HoursRecord::new(vec![entry], Vec::new());
    let mut evaluation = on(rule, None, &record, "2026-12-31");
    let credit = evaluation.credits.remove(0).credit;
    (credit.claimed.to_string(), credit.counted.to_string(), credit.reasons)
}

fn of(hours: &str, unit: Unit) -> Entry {
    Entry { unit, ..entry(&format!("a 2026-05-20 {hours}")) }
}

#[test]
fn units_convert_exactly_and_round_down_once() {
    for (wanted, given, hours, claimed) in [
        (Unit::Hour, Unit::ClassHour, "90", "67.5"),
        (Unit::ClassHour, Unit::Hour, "67.5", "90"),
        (Unit::ClassHour, Unit::Hour, "1", "1.33"),
        (Unit::ClassHour, Unit::Hour, "3", "4"),
        (Unit::Ceu, Unit::Hour, "17", "1.7"),
        (Unit::Pdh, Unit::Hour, "17", "17"),
        (Unit::Pdh, Unit::Ceu, "1.7", "17"),
        (Unit::Pdh, Unit::Pdh, "17", "17"),
        (Unit::Pdu, Unit::Hour, "0.25", "0.25"),
        (Unit::Hour, Unit::Pdh, "6", "5"),
        (Unit::ClassHour, Unit::Pdh, "0.01", "0.01"),
    ] {
        let rule = in_unit(wanted, "90");
        let (found, counted, _) = credit(&rule, of(hours, given));
        assert_eq!((found.as_str(), counted), (claimed, claimed.to_owned()), "{hours} {given} in {wanted}");
    }
}

#[test]
fn what_has_no_length_needs_a_conversion_of_the_rule() {
    for (wanted, given) in
        [(Unit::Hour, Unit::Day), (Unit::Hour, Unit::Event), (Unit::Cpe, Unit::Hour), (Unit::Hour, Unit::Cpe)]
    {
        let (_, counted, reasons) = credit(&in_unit(wanted, "90"), of("1", given));
        assert_eq!((counted.as_str(), &reasons[..]), ("0", &[Reason::NoConversion(given)][..]));
    }
}

#[test]
fn a_conversion_for_the_form_comes_before_one_for_the_unit_and_the_clock() {
    let mut rule = in_unit(Unit::ClassHour, "90");
    let gives = |unit, form, gives: &str| Conversion { unit, form, gives: amount(gives) };
    rule.conversions = vec![
        gives(Unit::Day, None, "8"),
        gives(Unit::Day, Some(Form::Seminar), "12"),
        gives(Unit::Event, Some(Form::Conference), "10"),
        gives(Unit::Hour, Some(Form::SelfStudy), "0.5"),
        gives(Unit::ClassHour, Some(Form::Paper), "2"),
    ];
    for (unit, form, hours, counted) in [
        (Unit::Day, None, "2.5", "20"),
        (Unit::Day, Some(Form::Training), "2", "16"),
        (Unit::Day, Some(Form::Seminar), "2", "24"),
        (Unit::Event, Some(Form::Conference), "1", "10"),
        (Unit::Event, Some(Form::Lecture), "1", "0"),
        (Unit::Hour, Some(Form::SelfStudy), "3", "1.5"),
        (Unit::Hour, None, "3", "4"),
        (Unit::ClassHour, Some(Form::Paper), "3", "6"),
        (Unit::ClassHour, None, "3", "3"),
    ] {
        let found = credit(&rule, Entry { form, ..of(hours, unit) });
        assert_eq!(found.1, counted, "{hours} {unit} {form:?}");
    }
    let found = credit(&rule, of("2.5", Unit::Day));
    let how = How::Stated(amount("8"));
    assert_eq!(found.2, [Reason::Converted { amount: amount("2.5"), unit: Unit::Day, how }]);
}

#[test]
fn each_entry_is_rounded_down_to_the_step_after_it_is_multiplied() {
    let mut rule = rule("90");
    rule.step = amount("0.5");
    for (hours, counted) in [("0.49", "0"), ("0.5", "0.5"), ("0.99", "0.5"), ("1", "1"), ("7.75", "7.5")] {
        assert_eq!(credit(&rule, of(hours, Unit::Hour)).1, counted);
    }
    let reasons = credit(&rule, of("0.49", Unit::Hour)).2;
    assert_eq!(reasons, [Reason::RoundedDown { step: amount("0.5") }]);
    assert_eq!(credit(&rule, of("0.5", Unit::Hour)).2, []);
    // 0.49 × 2 = 0.98, rounded once at the end.
    let by = Ratio::parse("2").unwrap();
    rule.multipliers = vec![Multiplier { label: Label::Form(Form::Teaching), by, first_time: false }];
    let taught = |hours| Entry { form: Some(Form::Teaching), ..of(hours, Unit::Hour) };
    assert_eq!(credit(&rule, taught("0.49")).1, "0.5");
    assert_eq!(credit(&rule, taught("4")).1, "8");
    assert_eq!(credit(&rule, of("4", Unit::Hour)).1, "4");
    // Rounding is per entry: four quarters make nothing.
    let quarters = ["a", "b", "c", "d"].map(|id| format!("{id} 2026-05-20 0.25"));
    let texts: Vec<&str> = quarters.iter().map(String::as_str).collect();
    assert_eq!(counted(&on(&rule, None, &record(&texts), "2026-12-31"), "total"), "0");
}

#[test]
fn only_the_first_time_of_a_course_or_title_is_multiplied() {
    let mut rule = rule("90");
    let by = Ratio::parse("3/2").unwrap();
    rule.multipliers = vec![Multiplier { label: Label::Form(Form::Teaching), by, first_time: true }];
    let taught = |text: &str, course: Option<&str>, title: &str| Entry {
        form: Some(Form::Teaching),
        course: course.and_then(CourseId::new),
        title: title.to_owned(),
        ..entry(text)
    };
    let failed = Entry { outcome: Outcome::Withdrawn, ..taught("a 2026-01-01 2", Some("weld"), "Welding") };
    let entries = vec![
        failed,
        taught("b 2026-01-02 2", Some("weld"), "Welding"),
        taught("c 2026-01-03 2", Some("weld"), "Welding again"),
        taught("d 2026-01-04 2", None, " welding "),
        taught("e 2026-01-05 2", None, "Soldering"),
        taught("f 2026-01-06 2", Some("solder"), "Soldering"),
        taught("g 2026-01-07 2", Some("weld-2"), "Welding again"),
        Entry { form: Some(Form::Lecture), ..taught("h 2026-01-08 2", None, "Brazing") },
        taught("i 2026-01-09 2", None, "Brazing"),
    ];
    let evaluation = on(&rule, None, &HoursRecord::new(entries, Vec::new()), "2026-12-31");
    assert_eq!(credits(&evaluation), ["0", "3", "2", "2", "3", "2", "3", "2", "3"]);
    assert_eq!(evaluation.credits[1].credit.reasons, [Reason::Multiplied(by)]);
}

#[test]
fn a_first_time_may_lie_in_an_earlier_period_and_must_count() {
    let mut rule = rule("90");
    rule.counts_when = super::super::rule::CountsWhen::Passed;
    let by = Ratio::parse("2").unwrap();
    rule.multipliers = vec![Multiplier { label: Label::Form(Form::Teaching), by, first_time: true }];
    let taught = |text: &str, title: &str, outcome| Entry {
        form: Some(Form::Teaching),
        title: title.to_owned(),
        outcome,
        ..entry(text)
    };
    let entries = vec![
        taught("a 2025-06-01 1", "Old", Outcome::Passed),
        taught("b 2026-06-01 1", "Old", Outcome::Passed),
        taught("c 2026-06-02 1", "New", Outcome::Completed),
        taught("d 2026-06-03 1", "New", Outcome::Passed),
    ];
    let evaluation = on(&rule, None, &HoursRecord::new(entries, Vec::new()), "2026-12-31");
    assert_eq!(credits(&evaluation), ["1", "0", "2"]);
}

#[test]
fn only_what_is_completed_or_where_wanted_passed_counts() {
    use Outcome as O;
    let mut rule = rule("90");
    let found = |rule: &Rule, outcome| credit(rule, Entry { outcome, ..of("8", Unit::Hour) });
    for (outcome, counted) in
        [(O::Completed, "8"), (O::Passed, "8"), (O::Failed, "0"), (O::Withdrawn, "0"), (O::InProgress, "0")]
    {
        assert_eq!(found(&rule, outcome).1, counted, "{outcome}");
    }
    assert_eq!(found(&rule, O::Failed).2, [Reason::NotEarned(O::Failed)]);
    rule.counts_when = super::super::rule::CountsWhen::Passed;
    assert_eq!(found(&rule, O::Passed).1, "8");
    assert_eq!(found(&rule, O::Completed), ("8".to_owned(), "0".to_owned(), vec![Reason::NotPassed]));
}

#[test]
fn caps_cut_the_newest_and_one_long_event_uses_them_up_once() {
    let mut rule = rule("90");
    rule.maximums = vec![
        maximum(label("abroad"), "30", Reach::Entry),
        maximum(label("abroad"), "40", Reach::Span(Per::Period)),
    ];
    let record = record(&["c 2026-03-03 5 abroad", "a 2026-01-01 100 abroad", "b 2026-02-02 20 abroad"]);
    let evaluation = on(&rule, None, &record, "2026-12-31");
    assert_eq!(credits(&evaluation), ["30", "10", "0"]);
    let capped = |place, limit: &str| Reason::Capped { maximum: place, limit: amount(limit) };
    let reasons: Vec<_> = evaluation.credits.iter().map(|c| c.credit.reasons.clone()).collect();
    assert_eq!(reasons, [vec![capped(0, "30")], vec![capped(1, "40")], vec![capped(1, "40")]]);
    let cap = part(&evaluation, "abroad");
    assert_eq!((cap.counted, cap.required), (amount("40"), Some(amount("40"))));
    assert_eq!(cap.basis, Basis::Room { left: Amount::ZERO });
    assert_eq!(evaluation.parts.len(), 2, "a cap per entry is no part");
}

#[test]
fn a_cap_inside_a_cap_and_a_cap_on_a_form() {
    let mut rule = rule("60");
    rule.maximums = vec![
        maximum(label("giving-back"), "25", Reach::Span(Per::Period)),
        maximum(label("practitioner"), "8", Reach::Span(Per::Period)),
        maximum(Label::Form(Form::SelfStudy), "5", Reach::Span(Per::Period)),
    ];
    let work = record(&["a 2026-01-01 10 giving-back,practitioner", "b 2026-01-02 20 giving-back"]);
    let evaluation = on(&rule, None, &work, "2026-12-31");
    assert_eq!(credits(&evaluation), ["8", "17"]);
    assert_eq!(counted(&evaluation, "giving-back"), "25");
    assert_eq!(counted(&evaluation, "practitioner"), "8");
    let alone = Entry { form: Some(Form::SelfStudy), ..entry("a 2026-01-01 7") };
    let evaluation = on(&rule, None, &HoursRecord::new(vec![alone], Vec::new()), "2026-12-31");
    assert_eq!(counted(&evaluation, "self-study"), "5");
}

#[test]
fn yearly_caps_and_floors_inside_a_longer_period() {
    let mut rule = rule("120");
    rule.cycle = personal(36);
    let teaching = maximum(label("teaching"), "20", Reach::Span(Per::Year));
    let any = Maximum { label: None, amount: Threshold::Hours(amount("50")), per: Reach::Span(Per::Year) };
    rule.maximums = vec![teaching, any];
    let twenty = Threshold::Hours(amount("20"));
    rule.minimums =
        vec![Minimum { label: None, amount: twenty, per: Per::Year, carried: false, soft: false }];
    let record = record(&[
        "a 2023-12-01 30 teaching",
        "b 2024-05-31 30 teaching",
        "c 2025-05-30 5 teaching",
        "d 2025-05-31 30 teaching",
        "e 2026-01-01 40",
    ]);
    let evaluation = on(&rule, Some("2024-05-31"), &record, "2026-02-01");
    assert_eq!(credits(&evaluation), ["20", "0", "20", "30"]);
    assert_eq!(counted(&evaluation, "teaching-year-1"), "20");
    assert_eq!(counted(&evaluation, "total-year-2"), "50");
    let floor = |year| part(&evaluation, &format!("total-year-{year}"));
    assert_eq!([1, 2, 3].map(|year| floor(year).state), [State::Met, State::Met, State::OnTrack]);
    assert_eq!(floor(3).basis, Basis::NotBegun);
    assert_eq!(floor(2).span, period("2025-05-31", "2026-05-30"));
}

#[test]
fn two_labels_serve_two_parts_and_count_once() {
    let mut rule = rule("10");
    rule.minimums = vec![minimum("education", "5"), minimum("power-skills", "5")];
    let evaluation = on(&rule, None, &record(&["a 2026-05-20 6 education,power-skills"]), "2026-12-31");
    let all = ["total", "education", "power-skills"].map(|id| counted(&evaluation, id));
    assert_eq!(all, ["6", "6", "6"]);
}

#[test]
fn a_cap_may_be_a_share_of_the_total_that_is_required() {
    let mut rule = rule("100");
    let share = Threshold::ShareOfRequired(Ratio::parse("1/3").unwrap());
    rule.maximums = vec![Maximum { amount: share, ..maximum(label("soft"), "0", Reach::Span(Per::Period)) }];
    let record = record(&["a 2026-05-20 60 soft"]);
    assert_eq!(credits(&on(&rule, None, &record, "2026-12-31")), ["33.33"]);
    let totals = [TotalOverride { period: Some(day("2026-01-01")), hours: amount("30") }];
    let subject = Subject { rule: &rule, since: None, totals: &totals };
    let evaluation = evaluate(&subject, &record, &[], day("2026-12-31")).unwrap();
    assert_eq!(credits(&evaluation), ["10"]);
    rule.total = None;
    assert_eq!(credits(&on(&rule, None, &record, "2026-12-31")), ["60"]);
}

#[test]
fn only_live_entries_up_to_the_day_count() {
    let mut entries: Vec<Entry> =
        ["a 2026-01-01 1", "b 2026-06-01 2", "c 2026-06-02 4", "d 2025-12-31 8"].map(entry).into();
    entries.push(Entry { replaces: EntryId::new("a"), ..entry("e 2026-02-02 16") });
    let record = HoursRecord::new(entries, Vec::new());
    for (as_of, total) in
        [("2026-01-31", "0"), ("2026-06-01", "18"), ("2026-06-02", "22"), ("2025-12-31", "8")]
    {
        assert_eq!(counted(&on(&rule("90"), None, &record, as_of), "total"), total, "{as_of}");
    }
}

#[test]
fn the_clock_bounds_a_day_of_study_where_the_rule_does() {
    let mut rule = in_unit(Unit::ClassHour, "90");
    assert_eq!(most_in_days(&rule, 2), Some(Amount::whole(64)));
    let gives = |unit, gives: u64| Conversion { unit, form: None, gives: Amount::whole(gives) };
    rule.conversions = vec![gives(Unit::Day, 8)];
    assert_eq!(most_in_days(&rule, 2), Some(Amount::whole(64)));
    rule.conversions = vec![gives(Unit::Day, 40)];
    assert_eq!(most_in_days(&rule, 2), Some(Amount::whole(80)));
    for unlimited in [gives(Unit::Event, 1), gives(Unit::Hour, 2), gives(Unit::Hour, u64::MAX)] {
        rule.conversions = vec![unlimited];
        assert_eq!(most_in_days(&rule, 2), None);
    }
    rule.conversions = vec![gives(Unit::Hour, 1)];
    assert_eq!(most_in_days(&rule, 1), Some(Amount::whole(32)));
    // An entry may state PDH of 50 minutes, though the rule makes one of an hour.
    assert_eq!(most_in_days(&in_unit(Unit::Pdh, "15"), 1), Some(amount("28.8")));
    assert_eq!(most_in_days(&in_unit(Unit::Cpe, "40"), 1), None);
    rule.conversions.clear();
    let by = Ratio::parse("2").unwrap();
    rule.multipliers = vec![Multiplier { label: label("x"), by, first_time: true }];
    assert_eq!(most_in_days(&rule, 1), None);
}

#[test]
fn sums_beyond_all_bounds_stay_there() {
    let huge = Amount::from_hundredths(u64::MAX);
    let mut rule = rule("90");
    let double = Ratio::parse("2").unwrap();
    rule.multipliers = vec![Multiplier { label: label("x"), by: double, first_time: false }];
    rule.conversions = vec![Conversion { unit: Unit::Day, form: None, gives: huge }];
    let entries = ["a 2026-01-01 1 x", "b 2026-01-02 1 x"].map(entry);
    let entries = entries.map(|entry| Entry { amount: huge, unit: Unit::Day, ..entry });
    let evaluation = on(&rule, None, &HoursRecord::new(entries.to_vec(), Vec::new()), "2026-12-31");
    assert_eq!(part(&evaluation, "total").counted, huge);
    assert_eq!(Ratio::parse("2/3").unwrap().of_rounded_up(huge).hundredths(), u64::MAX / 3 * 2);
    assert_eq!(Ratio::parse("3/2").unwrap().of_rounded_down(huge), huge);
}
