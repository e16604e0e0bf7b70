//! The figures of a year, as tables.

use super::*;
use crate::domain::course::LocalText;
use crate::domain::hours::Voiding;
use crate::domain::vocabulary::Category;
use crate::domain::{Amount, Course, CourseId, EntryId};
use jiff::civil::date;

const TODAY: Date = Date::constant(2026, 11, 21);

fn entry(id: &str, day: Date, hundredths: u64, unit: Unit) -> Entry {
    let amount = Amount::from_hundredths(hundredths);
    Entry { unit, ..Entry::new(EntryId::new(id).unwrap(), day, format!("Entry {id}"), amount) }
}

fn category(label: &str) -> Category {
    Category::new(label).unwrap()
}

fn year(number: i16, entries: Vec<Entry>) -> Year {
    let record = HoursRecord::new(entries, Vec::new());
    Year::of(number, TODAY, &record, &Catalog::default(), std::iter::empty())
}

fn hours(time: Time) -> String {
    time.hours().to_string()
}

#[test]
fn only_what_stands_and_earns_is_in_the_sums() {
    let day = date(2026, 3, 2);
    let entries = vec![
        entry("wrong", day, 800, Unit::Hour),
        entry("old", day, 400, Unit::Hour),
        Entry { replaces: EntryId::new("old"), ..entry("new", day, 300, Unit::Hour) },
        Entry { outcome: Outcome::Failed, ..entry("failed", day, 500, Unit::Hour) },
        Entry { outcome: Outcome::InProgress, ..entry("going", day, 200, Unit::ClassHour) },
        Entry { outcome: Outcome::Withdrawn, ..entry("left", day, 100, Unit::Hour) },
        entry("fair", date(2026, 3, 3), 200, Unit::Event),
        entry("before", date(2025, 12, 31), 700, Unit::Hour),
    ];
    let voiding = Voiding {
        id: EntryId::new("v").unwrap(),
        target: EntryId::new("wrong").unwrap(),
        date: day,
        reason: None,
        recorded: None,
    };
    let record = HoursRecord::new(entries, vec![voiding]);
    let year = Year::of(2026, TODAY, &record, &Catalog::default(), [day, day].into_iter());
    assert_eq!((hours(year.total()).as_str(), year.entries, year.days.studied()), ("3", 2, 2));
    let sums = |sums: &ByUnit| sums.iter().map(|(unit, sum)| format!("{sum} {unit}")).collect::<Vec<_>>();
    let apart = &year.apart;
    assert_eq!(sums(&apart.unmeasured), ["2 event"]);
    assert_eq!(sums(&apart.failed), ["5 hour"]);
    assert_eq!(sums(&apart.in_progress), ["2 class-hour"]);
    assert_eq!(sums(&apart.withdrawn), ["1 hour"]);
    assert_eq!(sums(&year.earned), ["3 hour", "2 event"]);
    let levels = [day, date(2026, 3, 3), date(2026, 3, 4)].map(|day| year.days.at(day).unwrap().level());
    assert_eq!(levels, [Level::Much, Level::Unmeasured, Level::None]);
    assert_eq!(year.days.at(day).unwrap().planned, 2);
    assert!(!year.is_empty() && super::tests::year(2024, Vec::new()).is_empty());
    assert_eq!(year.days.at(date(2025, 12, 31)), None, "another year has no day here");
}

#[test]
fn levels_begin_at_whole_hours() {
    let level = |hundredths| {
        let year = year(2026, vec![entry("a", date(2026, 5, 1), hundredths, Unit::Hour)]);
        year.days.at(date(2026, 5, 1)).unwrap().level()
    };
    let levels = [1, 99, 100, 199, 200, 399, 400, 2400].map(level);
    use Level::{Little, Most, Much, Some as One};
    assert_eq!(levels, [Little, Little, One, One, Much, Much, Most, Most]);
}

#[test]
fn every_day_stands_once_in_its_week() {
    for number in 1990..2060 {
        let year = year(number, Vec::new());
        let days: Vec<_> = year.days.iter().collect();
        let weeks = year.days.weeks();
        assert!(weeks == 53 || (weeks == 54 && days.len() == 366), "{number}: {weeks}");
        let mut found = 0;
        for week in 0..weeks {
            for weekday in 0..7 {
                let Some(day) = year.days.in_week(week, weekday) else { continue };
                assert_eq!((year.days.week(day.date), day.weekday()), (week, weekday));
                found += 1;
            }
        }
        assert_eq!(found, days.len(), "{number}");
        assert_eq!(year.days.in_week(weeks, 0), None);
    }
    // 1 January 2012 was a Sunday and the year had 366 days.
    assert_eq!(year(2012, Vec::new()).days.weeks(), 54);
}

#[test]
fn a_streak_ends_with_a_day_without() {
    let days = [1, 2, 5, 6, 7, 20, 21, 22];
    let entries = days.map(|day| entry(&format!("e{day}"), date(2026, 1, day), 50, Unit::Hour));
    let year = year(2026, entries.into());
    let streak = year.days.longest_streak().unwrap();
    assert_eq!((streak.first, streak.last, streak.days), (date(2026, 1, 5), date(2026, 1, 7), 3));
    assert_eq!(super::tests::year(2026, Vec::new()).days.longest_streak(), None);
}

#[test]
fn a_week_that_still_runs_is_not_yet_one_without() {
    let entries = vec![entry("a", date(2026, 1, 1), 100, Unit::Hour)];
    let without = |today, number| {
        let record = HoursRecord::new(entries.clone(), Vec::new());
        Year::of(number, today, &record, &Catalog::default(), std::iter::empty()).days.weeks_without(today)
    };
    // 1 January 2026 is a Thursday: its week ends on the 4th.
    assert_eq!(without(date(2026, 1, 4), 2026), (0, 0));
    assert_eq!(without(date(2026, 1, 5), 2026), (0, 1));
    assert_eq!(without(date(2026, 1, 11), 2026), (0, 1));
    assert_eq!(without(date(2026, 1, 12), 2026), (1, 2));
    assert_eq!(without(date(2027, 6, 1), 2026), (52, 53));
    assert_eq!(without(date(2026, 6, 1), 2027), (0, 0), "nothing of a year to come is over");
}

#[test]
fn two_categories_are_two_rows_and_one_total() {
    let (ethics, technical) = (category("ethics"), category("technical"));
    let both = vec![ethics.clone(), technical.clone(), ethics.clone()];
    let entries = vec![
        Entry { categories: both, ..entry("a", date(2026, 3, 2), 200, Unit::Hour) },
        Entry { categories: vec![ethics.clone()], ..entry("b", date(2026, 5, 2), 400, Unit::ClassHour) },
        entry("c", date(2026, 5, 3), 900, Unit::Hour),
        entry("d", date(2026, 5, 3), 100, Unit::Day),
    ];
    let table = year(2026, entries).labels;
    let rows: Vec<_> = table.rows.iter().map(|row| (row.category.clone(), hours(row.total))).collect();
    let row = |category: Option<&Category>, hours: &str| (category.cloned(), hours.to_owned());
    assert_eq!(rows, [row(Some(&ethics), "5"), row(Some(&technical), "2"), row(None, "9")]);
    assert_eq!((hours(table.total).as_str(), table.shared), ("14", 1));
    let months: Vec<_> = table.months.iter().map(|time| hours(*time)).collect();
    assert_eq!([months[2].as_str(), &months[4]], ["2", "12"]);
    assert_eq!(table.rows[0].months[4], Time::from_minutes(180));
}

#[test]
fn tracks_come_to_a_hundred_and_the_rest_is_other() {
    let course = |id: &str, track: Option<&str>| {
        let mut course = Course::new(CourseId::new(id).unwrap(), LocalText::plain(id));
        course.track = track.map(str::to_owned);
        course
    };
    let catalog = Catalog::new(vec![course("a", Some("law")), course("b", Some("steel")), course("c", None)]);
    let of = |id: &str, course: &str| Entry {
        course: CourseId::new(course),
        ..entry(id, date(2026, 1, 5), 100, Unit::Hour)
    };
    let free = entry("free", date(2026, 1, 5), 200, Unit::Hour);
    let entries = vec![of("1", "a"), of("2", "b"), of("3", "c"), of("4", "gone"), free, of("5", "b")];
    let record = HoursRecord::new(entries, Vec::new());
    let tracks = Year::of(2026, TODAY, &record, &catalog, std::iter::empty()).tracks;
    let shares: Vec<_> =
        tracks.shares.iter().map(|one| (one.track.as_deref(), hours(one.time), one.per_cent)).collect();
    let share = |track, hours: &str, per_cent| (track, hours.to_owned(), per_cent);
    assert_eq!(shares, [share(Some("steel"), "2", 29), share(Some("law"), "1", 14), share(None, "4", 57)]);
}

#[test]
fn a_step_stays_within_its_year() {
    assert_eq!(days::step(date(2026, 1, 3), -7), date(2026, 1, 1));
    assert_eq!(days::step(date(2026, 12, 30), 7), date(2026, 12, 31));
    assert_eq!(days::step(date(2026, 5, 1), 7), date(2026, 5, 8));
}

mod pace {
    use super::super::pace::{Doubt, Pace, Prospect, paces};
    use super::{category, entry};
    use crate::domain::course::LocalText;
    use crate::domain::requirement::rule::{
        Label, Maximum, Minimum, Multiplier, Per, Ratio, Reach, Threshold,
    };
    use crate::domain::requirement::{Anchor, Basis, Cycle, Rule, State, Subject, evaluate};
    use crate::domain::vocabulary::{Form, Unit};
    use crate::domain::{Amount, Date, Entry, HoursRecord, RuleId};
    use jiff::civil::date;

    const DAY: Date = Date::constant(2026, 7, 1);

    fn rule(total: u64) -> Rule {
        let id = RuleId::new("board").unwrap();
        Rule::new(id, LocalText::plain("Board"), Unit::Hour, Some(Amount::whole(total)))
    }

    fn cap(form: Form, hours: u64) -> Maximum {
        let amount = Threshold::Hours(Amount::whole(hours));
        Maximum { label: Some(Label::Form(form)), amount, per: Reach::Span(Per::Period) }
    }

    fn study(id: &str, day: Date, hours: u64, form: Form) -> Entry {
        Entry { form: Some(form), ..entry(id, day, hours * 100, Unit::Hour) }
    }

    fn look(rule: &Rule, entries: Vec<Entry>, day: Date) -> Vec<Pace> {
        let record = HoursRecord::new(entries, Vec::new());
        let subject = Subject { rule, since: None, totals: &[] };
        let evaluation = evaluate(&subject, &record, &[], day).unwrap();
        let paces = paces(rule, &evaluation, &record);
        for pace in &paces {
            agrees_with_the_engine(pace);
        }
        paces
    }

    /// What is promised here and what the Status view says rest on one line.
    fn agrees_with_the_engine(pace: &Pace) {
        match (pace.prospect, pace.part.basis) {
            (Prospect::Reaches { .. } | Prospect::Unsure { .. }, basis) => {
                assert!(matches!(basis, Basis::Pace { .. }), "{basis:?}");
            }
            (Prospect::Misses { missing, needed }, Basis::Behind { by_pace, .. }) => {
                // A share of what is counted will want more than it does today.
                let today = pace.part.required.unwrap().minus(by_pace);
                assert!(if needed.is_some() { missing == today } else { missing > today }, "{pace:?}");
            }
            (Prospect::Misses { .. }, basis) => panic!("{basis:?}"),
            _ => {}
        }
    }

    fn total(rule: &Rule, entries: Vec<Entry>, day: Date) -> Pace {
        look(rule, entries, day).remove(0)
    }

    #[test]
    fn the_day_on_which_the_line_arrives_is_the_first_that_does() {
        // 60 in 182 days of 2026: 90 needs 273 days, which is 30 September.
        let pace = total(&rule(90), vec![study("a", date(2026, 2, 1), 60, Form::Lecture)], DAY);
        assert_eq!(pace.days, 182);
        assert_eq!(pace.per_week.to_string(), "2.3");
        assert_eq!(pace.prospect, Prospect::Reaches { on: date(2026, 9, 30), before_end: 92 });
        assert_eq!(pace.doubt, None);
    }

    #[test]
    fn what_is_missing_at_this_pace_is_said_with_what_would_do() {
        let pace = total(&rule(90), vec![study("a", date(2026, 2, 1), 40, Form::Lecture)], DAY);
        // 40 * 365 / 182 = 80.21; 50 in 184 days.
        let (missing, needed) = (Amount::from_hundredths(979), Some(Amount::from_hundredths(191)));
        assert_eq!(pace.prospect, Prospect::Misses { missing, needed });
    }

    #[test]
    fn a_day_is_not_promised_on_hours_that_a_cap_would_cut() {
        let entries = || {
            vec![
                study("a", date(2026, 2, 1), 30, Form::SelfStudy),
                study("b", date(2026, 3, 1), 20, Form::Lecture),
            ]
        };
        let mut rule = rule(90);
        rule.maximums.push(cap(Form::SelfStudy, 30));
        let pace = total(&rule, entries(), DAY);
        // Without the cap 50 in 182 days would be 90 after 328; with it lectures alone go on: 40 + 30.
        assert!(matches!(pace.prospect, Prospect::Unsure { needed: Some(_) }), "{pace:?}");
        assert_eq!(pace.doubt, Some(Doubt::Cap(Some(Label::Form(Form::SelfStudy)))));
        // Where the rest arrives all the same, it arrives later: 30 + 20 * d / 182 >= 60 at 273.
        rule.total = Some(Amount::whole(60));
        let pace = total(&rule, entries(), DAY);
        assert_eq!(pace.prospect, Prospect::Reaches { on: date(2026, 9, 30), before_end: 92 });
        // A cap that nothing has counted against cuts nothing.
        rule.maximums = vec![cap(Form::Coaching, 1)];
        let pace = total(&rule, entries(), DAY);
        assert_eq!(
            (pace.prospect, pace.doubt),
            (Prospect::Reaches { on: date(2026, 8, 7), before_end: 146 }, None)
        );
    }

    #[test]
    fn a_cap_of_every_year_leaves_a_longer_period_unsure() {
        let mut rule = rule(150);
        let anchor = Anchor::Fixed { month: 1, day: 1, from_year: Some(2026) };
        rule.cycle = Cycle { anchor, months: 24 };
        rule.maximums.push(Maximum { per: Reach::Span(Per::Year), ..cap(Form::Lecture, 60) });
        let pace = total(&rule, vec![study("a", date(2026, 2, 1), 60, Form::Lecture)], DAY);
        assert!(matches!(pace.prospect, Prospect::Unsure { .. }), "{pace:?}");
    }

    #[test]
    fn a_first_time_is_not_taken_for_a_pace() {
        let mut rule = rule(90);
        let by = Ratio::parse("2").or_else(|| Ratio::parse("2/1")).unwrap();
        rule.multipliers.push(Multiplier { label: Label::Form(Form::Teaching), by, first_time: true });
        let pace = total(&rule, vec![study("a", date(2026, 2, 1), 30, Form::Teaching)], DAY);
        assert_eq!(pace.doubt, Some(Doubt::FirstTimes));
        assert!(matches!(pace.prospect, Prospect::Unsure { .. }), "{pace:?}");
    }

    #[test]
    fn a_rolling_window_has_no_day_to_arrive_on() {
        let mut rule = rule(150);
        rule.cycle = Cycle { anchor: Anchor::Rolling, months: 36 };
        let pace = total(&rule, vec![study("a", date(2026, 2, 1), 60, Form::Lecture)], DAY);
        // 150 * 7 / 1096 days, rounded up.
        assert_eq!(pace.prospect, Prospect::Rolling { keeps: Amount::from_hundredths(96) });
    }

    #[test]
    fn what_is_met_empty_or_over_has_no_line() {
        let met = total(&rule(5), vec![study("a", date(2026, 2, 1), 6, Form::Lecture)], DAY);
        assert_eq!((met.prospect, met.part.state), (Prospect::Reached, State::Met));
        let needed = Some(Amount::from_hundredths(343));
        assert_eq!(total(&rule(90), Vec::new(), DAY).prospect, Prospect::Nothing { needed });
        let late = total(&rule(90), Vec::new(), date(2026, 12, 31));
        assert_eq!(late.prospect, Prospect::TooLate);
    }

    #[test]
    fn minimums_follow_their_own_line_and_shares_grow() {
        let mut rule = rule(60);
        let ethics = Label::Category(category("ethics"));
        let minimum = |amount| Minimum {
            label: Some(ethics.clone()),
            amount,
            per: Per::Period,
            carried: false,
            soft: false,
        };
        rule.minimums.push(minimum(Threshold::ShareOfCounted(Ratio::parse("1/3").unwrap())));
        let entries = |ethical: u64| {
            vec![
                Entry {
                    categories: vec![category("ethics")],
                    ..study("a", date(2026, 2, 1), ethical, Form::Lecture)
                },
                study("b", date(2026, 3, 1), 40, Form::Lecture),
            ]
        };
        // 15 of 55 is less than a third, and stays so however long the line is.
        let share = look(&rule, entries(15), DAY).remove(1);
        assert!(matches!(share.prospect, Prospect::Misses { .. }), "{share:?}");
        // 19 of 59 as well: today it misses 1, at the end of the year of 118 more, and nobody knows how
        // much a week would do.
        let share = look(&rule, entries(19), DAY).remove(1);
        let missing = Amount::from_hundredths(134);
        assert_eq!(share.prospect, Prospect::Misses { missing, needed: None });
    }
}
