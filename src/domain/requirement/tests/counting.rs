//! Steps 1, 4 and 5: what counts at all, and what a cap leaves of it.

use super::*;

#[test]
fn a_cap_is_named_once_and_only_where_it_cuts() {
    let mut rule = rule("90");
    rule.maximums = vec![maximum(label("x"), "10", Reach::Span(Per::Period))];
    let reasons = |texts: &[&str]| -> Vec<usize> {
        let evaluation = on(&rule, None, &record(texts), "2026-12-31");
        evaluation.credits.iter().map(|credited| credited.credit.reasons.len()).collect()
    };
    assert_eq!(reasons(&["a 2026-01-01 4 x", "b 2026-01-02 6 x", "c 2026-01-03 1 x"]), [0, 0, 1]);
    assert_eq!(reasons(&["a 2026-01-01 4 x", "b 2026-01-02 60 x"]), [0, 1]);
    let per_entry = Rule { maximums: vec![maximum(label("x"), "10", Reach::Entry)], ..rule.clone() };
    let evaluation =
        on(&per_entry, None, &record(&["a 2026-01-01 10 x", "b 2026-01-01 10.01 x"]), "2026-12-31");
    let reasons: Vec<usize> = evaluation.credits.iter().map(|c| c.credit.reasons.len()).collect();
    assert_eq!(reasons, [0, 1]);
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
    assert!(!cap.wants() && cap.missing() == Some(Amount::ZERO));
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
