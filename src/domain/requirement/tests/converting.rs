//! Steps 2 and 3: units, conversions, multipliers and rounding.

use super::*;
use crate::domain::requirement::convert::{Conversion as How, most_in_days};

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
fn what_is_multiplied_every_time_is_so_the_second_time() {
    let mut rule = rule("90");
    let multiplier = |by, first_time| Multiplier {
        label: Label::Form(Form::Teaching),
        by: Ratio::parse(by).unwrap(),
        first_time,
    };
    rule.multipliers = vec![multiplier("3", true), multiplier("2", false)];
    let taught =
        |text: &str| Entry { form: Some(Form::Teaching), title: "Welding".to_owned(), ..entry(text) };
    let entries = vec![taught("a 2026-01-01 1"), taught("b 2026-01-02 1")];
    let evaluation = on(&rule, None, &HoursRecord::new(entries, Vec::new()), "2026-12-31");
    assert_eq!(credits(&evaluation), ["3", "2"]);
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
    let mut hours = in_unit(Unit::Hour, "90");
    hours.conversions = vec![gives(Unit::Hour, 1)];
    assert_eq!(most_in_days(&hours, 1), Some(Amount::whole(24)));
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
